import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";

/** A new case; its subjects are not confirmed by being named here. */
@InputType()
export class OpenCaseInput {
  @Field(() => ID)
  number: string;

  @Field(() => String)
  title: string;

  @Field(() => ID)
  lead: string;

  @Field(() => [ID])
  assignedOfficers: string[];

  @Field(() => [IdentityDocumentInput])
  subjects: IdentityDocumentInput[];
}
