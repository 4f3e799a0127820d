import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { RuleFinding } from "../../shared/types/RuleFinding";
import { DateTimeScalar } from "../../shared/types/scalars";
import { ReleaseOutcome } from "./enums";

/** When a transfer may be released, and why then. */
@Authenticated()
@ObjectType()
export class TransferRelease {
  @Field(() => ReleaseOutcome)
  outcome: ReleaseOutcome;

  /** Null when the holders could not be compared. */
  @Field(() => DateTimeScalar, { nullable: true })
  releaseAt: Date | null;

  @Field(() => RuleFinding)
  finding: RuleFinding;
}
