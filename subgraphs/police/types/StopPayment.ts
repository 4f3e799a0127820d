import { Field, ID, Int, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** An emergency stop of payments from an account: 48 hours, at most twice. */
@Key("id")
@RequiresScopes(["case:read"])
@ObjectType()
export class StopPayment {
  @Field(() => ID)
  id: string;

  @Field(() => DateTimeScalar)
  startsAt: Date;

  @Field(() => DateTimeScalar)
  endsAt: Date;

  @Field(() => Int)
  sequence: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When it was found that no account has this institution, number and holder, so that nothing was stopped; null: none such is known.",
  })
  mismatchedAt: Date | null;

  readonly accountId: string;
  readonly caseNumber: string;
}
