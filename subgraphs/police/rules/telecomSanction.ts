// N20-5: for illegal renters, sellers and buyers of phone cards, recognised and handled by an organ of a districted city
// or above, the telecom regulator sets the measures jointly with the police. EXT:MEASURES_2024 widens the conducts.
import { addYears } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { MeasureKind, Sector } from "../../shared/types/enums";
import { SanctionStatus, type Instrument, type RuleVersion } from "../types/enums";
import { isPhoneInstrument } from "./instruments";
import { ruleTermsOf } from "./ruleVersions";
import type { MeasureTerm } from "./suspendFiveYears";

const KINDS: readonly MeasureKind[] = [
  MeasureKind.NO_NEW_LINE,
  MeasureKind.SUSPEND_LINE,
  MeasureKind.REVERIFY,
];

/** What the regulator wants, of a sanction as it stands. */
export interface TelecomSanctionFacts {
  readonly status: SanctionStatus;
  /** When its notice was served; null before. */
  readonly servedOn: string | null;
  readonly version: RuleVersion;
  readonly instruments: readonly Instrument[];
  readonly recognisedOn: string;
  /** Kinds that stand already. */
  readonly standing: readonly MeasureKind[];
  readonly kinds: readonly MeasureKind[];
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The telecom measures of a phone-card sanction. Throws where it is none, is not handled yet, or the days do not fit. */
export function telecomSanction(facts: TelecomSanctionFacts): MeasureTerm[] {
  requireHandled(facts);
  const terms = ruleTermsOf(facts.version);
  if (!terms.coversPhoneCards || !facts.instruments.some(isPhoneInstrument))
    throw new HubError("BAD_INPUT", "The sanction is for no phone or IoT card: no telecom measure follows.");
  requireKinds(facts);
  const longest = Math.max(terms.years.suspended, terms.convictedYears ?? 0, terms.consecutiveYears ?? 0);
  if (facts.startsOn < facts.recognisedOn)
    throw new HubError("BAD_INPUT", "Measures begin on the day of recognition at the earliest.");
  if (facts.endsOn < facts.startsOn) throw new HubError("BAD_INPUT", "`endsOn` lies before `startsOn`.");
  if (facts.endsOn > addYears(facts.startsOn, longest))
    throw new HubError("BAD_INPUT", `Under ${terms.version} measures last ${longest} years at most.`);
  return facts.kinds.map(kind => ({
    kind,
    sector: Sector.TELECOM,
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
  }));
}

/**
 * Handled: the notice has been served, so the person knows what is held against them and how to object. The state does
 * not tell: whoever objects before they are served turns it into OBJECTED.
 */
function requireHandled({ status, servedOn }: TelecomSanctionFacts): void {
  if (status === SanctionStatus.LIFTED || status === SanctionStatus.EXPIRED)
    throw new HubError("INVALID_TRANSITION", `The sanction is ${status}.`);
  if (servedOn === null)
    throw new HubError(
      "INVALID_TRANSITION",
      `The sanction is ${status} and its notice not served: it is handled once it is.`,
    );
}

function requireKinds({ kinds, standing }: TelecomSanctionFacts): void {
  const foreign = kinds.filter(kind => !KINDS.includes(kind));
  if (kinds.length === 0 || foreign.length > 0 || new Set(kinds).size < kinds.length)
    throw new HubError("BAD_INPUT", `\`kinds\` names some of ${KINDS.join(", ")}, each once.`);
  const twice = kinds.filter(kind => standing.includes(kind));
  if (twice.length > 0)
    throw new HubError("INVALID_TRANSITION", `The sanction has ${twice.join(", ")} already.`);
}
