import { Field, ID, InputType } from "type-graphql";

/** The lifting of a sanction of the organ's own motion. */
@InputType()
export class LiftSanctionInput {
  @Field(() => ID)
  sanctionId: string;

  @Field(() => String)
  reason: string;
}
