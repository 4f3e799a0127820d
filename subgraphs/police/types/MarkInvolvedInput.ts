import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { InvolvementRole } from "./enums";

/** What seems to belong to a case: a person, a line, an account, or several of these together. */
@InputType()
export class MarkInvolvedInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => InvolvementRole)
  role: InvolvementRole;

  @Field(() => IdentityDocumentInput, { nullable: true })
  document?: IdentityDocumentInput | null;

  @Field(() => ID, { nullable: true })
  lineNumber?: string | null;

  @Field(() => ID, { nullable: true })
  accountInstitution?: string | null;

  @Field(() => String, { nullable: true })
  accountNumber?: string | null;
}
