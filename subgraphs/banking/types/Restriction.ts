import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { RuleFinding } from "../../shared/types/RuleFinding";
import { DateTimeScalar } from "../../shared/types/scalars";
import { AccountOrderKind } from "./enums";

/** What stands on an account now, why, and until when. */
@Authenticated()
@ObjectType()
export class Restriction {
  @Field(() => AccountOrderKind)
  kind: AccountOrderKind;

  @Field(() => DateTimeScalar)
  startsAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  endsAt: Date | null;

  @Field(() => ID, { description: "The sanction, case or order that caused it." })
  causeId: string;

  @Field(() => [RuleFinding])
  derivation: RuleFinding[];
}
