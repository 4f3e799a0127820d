import { Field, InputType } from "type-graphql";
import { SanctionPreviewInput } from "./SanctionPreviewInput";

/** What an organ recognises against a person or unit, and the notice that goes with it. */
@InputType()
export class RecogniseSanctionInput extends SanctionPreviewInput {
  @Field(() => String)
  reason: string;

  @Field(() => String)
  remedy: string;

  @Field(() => [String])
  papers: string[];
}
