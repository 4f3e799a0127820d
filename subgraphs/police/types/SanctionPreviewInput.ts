import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { Conduct, Instrument, SanctionedRole } from "./enums";
import { SanctionFactsInput } from "./SanctionFactsInput";

/** What decides the measures of a recognition: all of it but the words of the notice. */
@InputType()
export class SanctionPreviewInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => IdentityDocumentInput)
  document: IdentityDocumentInput;

  @Field(() => SanctionedRole)
  role: SanctionedRole;

  @Field(() => Conduct)
  conduct: Conduct;

  @Field(() => [Instrument])
  instruments: Instrument[];

  @Field(() => CalendarDateScalar)
  recognisedOn: string;

  @Field(() => SanctionFactsInput)
  facts: SanctionFactsInput;
}
