import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** Somebody gave themself up (N16-1, N20-1). */
@InputType()
export class RecordSurrenderInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => IdentityDocumentInput)
  document: IdentityDocumentInput;

  @Field(() => CalendarDateScalar)
  on: string;

  @Field(() => Boolean)
  confessed: boolean;

  @Field(() => Boolean)
  exposedOthers: boolean;
}
