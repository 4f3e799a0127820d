import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** The lead's leave for another officer to look further than one step, for some days. */
@Authenticated()
@ObjectType()
export class AccessApproval {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  officer: string;

  @Field(() => String)
  reason: string;

  @Field(() => DateTimeScalar)
  approvedAt: Date;

  @Field(() => DateTimeScalar)
  expiresAt: Date;

  readonly caseNumber: string;
}
