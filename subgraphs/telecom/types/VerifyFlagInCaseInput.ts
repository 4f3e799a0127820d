import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";

/** Whether what was reported of a line is true, found out in a case about its holder. */
@InputType()
export class VerifyFlagInCaseInput {
  /** Of whoever held the line when the flag was raised. */
  @Field(() => IdentityDocumentInput)
  document: IdentityDocumentInput;

  @Field(() => ID)
  flagId: string;

  @Field(() => Boolean)
  confirmed: boolean;

  @Field(() => String)
  note: string;
}
