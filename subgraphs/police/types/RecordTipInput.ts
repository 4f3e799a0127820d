import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { InformantInput } from "./InformantInput";

/** A tip to the anti-fraud centre. */
@InputType()
export class RecordTipInput {
  @Field(() => IdentityDocumentInput, { nullable: true })
  subject?: IdentityDocumentInput | null;

  @Field(() => String)
  content: string;

  @Field(() => InformantInput, { nullable: true })
  informant?: InformantInput | null;

  @Field(() => ID, { nullable: true })
  caseNumber?: string | null;
}
