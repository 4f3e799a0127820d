import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { InvolvementRole } from "./enums";

/** A person or unit to be put into a case: by document, or by token where a number led to them. */
@InputType()
export class CaseSubjectInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => IdentityDocumentInput, { nullable: true, description: "Either this or `subjectId`." })
  document?: IdentityDocumentInput | null;

  @Field(() => ID, {
    nullable: true,
    description: "`Subject.id` of whoever holds a line or an account that was looked up by its number.",
  })
  subjectId?: string | null;

  @Field(() => InvolvementRole)
  role: InvolvementRole;

  @Field(() => String)
  reason: string;
}
