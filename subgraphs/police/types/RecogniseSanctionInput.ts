import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { Conduct, Instrument, SanctionedRole } from "./enums";
import { SanctionFactsInput } from "./SanctionFactsInput";

/** What an organ recognises against a person or unit, and the notice that goes with it. */
@InputType()
export class RecogniseSanctionInput {
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

  @Field(() => String)
  reason: string;

  @Field(() => String)
  remedy: string;

  @Field(() => [String])
  papers: string[];

  @Field(() => CalendarDateScalar)
  recognisedOn: string;

  @Field(() => SanctionFactsInput)
  facts: SanctionFactsInput;
}
