import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { Conduct, InvolvementRole } from "./enums";

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

  @Field(() => Conduct, {
    nullable: true,
    description: "What was done with it, as far as the officer has found.",
  })
  conduct?: Conduct | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Handed on knowing of the fraud (RN-2). Recorded; nothing follows by itself.",
  })
  knowing?: boolean | null;
}
