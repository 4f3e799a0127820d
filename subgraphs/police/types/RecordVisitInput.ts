import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { VisitStatus } from "./enums";

/** A step of a visit: without `visitId` a new one to the person of the document. */
@InputType()
export class RecordVisitInput {
  @Field(() => ID, { nullable: true })
  visitId?: string | null;

  @Field(() => IdentityDocumentInput, { nullable: true })
  document?: IdentityDocumentInput | null;

  @Field(() => VisitStatus)
  status: VisitStatus;

  @Field(() => CalendarDateScalar)
  on: string;

  @Field(() => String, { nullable: true })
  commitmentReference?: string | null;
}
