import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { InvolvementRole } from "./enums";

/** A person or unit to be put into a case. */
@InputType()
export class CaseSubjectInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => IdentityDocumentInput)
  document: IdentityDocumentInput;

  @Field(() => InvolvementRole)
  role: InvolvementRole;

  @Field(() => String)
  reason: string;
}
