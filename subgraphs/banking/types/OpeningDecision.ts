import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../../shared/directives";
import { OpeningOutcome } from "../../shared/types/enums";
import { RuleFinding } from "../../shared/types/RuleFinding";
import { CalendarDateScalar, DateTimeScalar } from "../../shared/types/scalars";
import { InstitutionAnswer } from "./InstitutionAnswer";

/** What the rules of a day come to, and what they stood on. */
@Shareable()
@Authenticated()
@ObjectType()
export class OpeningDecision {
  /** A digest of the facts: the same facts for the same day give the same decision. It stays filed under this id. */
  @Field(() => ID)
  id: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: "The day it was asked for." })
  on: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What was asked for: an `AccountProduct` of a bank or payment institution, a `LineKind` of a carrier.",
  })
  product: string | null;

  @Field(() => OpeningOutcome)
  outcome: OpeningOutcome;

  @Field(() => [RuleFinding])
  findings: RuleFinding[];

  @Field(() => DateTimeScalar)
  decidedAt: Date;

  @Field(() => String)
  ruleVersion: string;

  @Field(() => [InstitutionAnswer])
  coverage: InstitutionAnswer[];
}
