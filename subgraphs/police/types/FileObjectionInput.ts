import { Field, ID, InputType } from "type-graphql";
import { ObjectionTarget } from "./enums";

/** An objection to a measure. */
@InputType()
export class FileObjectionInput {
  @Field(() => ObjectionTarget)
  target: ObjectionTarget;

  @Field(() => ID)
  targetId: string;

  @Field(() => String)
  grounds: string;

  @Field(() => [String])
  documents: string[];
}
