import { Field, InputType } from "type-graphql";

/** Who gave a tip; sealed on arrival, read by no part of the hub (N16-9). */
@InputType()
export class InformantInput {
  @Field(() => String)
  name: string;

  @Field(() => String)
  contact: string;
}
