// N20-5: for illegal renters, sellers and buyers of phone cards, recognised and handled by an organ of a districted city
// or above, the telecom regulator sets the measures jointly with the police. EXT:MEASURES_2024 widens the conducts
// and shortens the terms: they hold on lines as they do on accounts.
import { HubError } from "../../../schema/contract/errors";
import { MeasureKind, Sector } from "../../shared/types/enums";
import { SanctionStatus, type Instrument, type RuleVersion } from "../types/enums";
import { isPhoneInstrument } from "./instruments";
import { ruleTermsOf, type RuleTerms } from "./ruleVersions";
import type { Term } from "./runningTerm";
import { lastDay, type MeasureTerm } from "./suspendFiveYears";

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
  readonly convicted: boolean;
  /** The person's unbroken telecom measures under the same version that run on the first day; null: none. */
  readonly running: Term | null;
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
  if (facts.startsOn < facts.recognisedOn)
    throw new HubError("BAD_INPUT", "Measures begin on the day of recognition at the earliest.");
  if (facts.endsOn < facts.startsOn) throw new HubError("BAD_INPUT", "`endsOn` lies before `startsOn`.");
  requireTerm(facts, terms);
  return facts.kinds.map(kind => ({
    kind,
    sector: Sector.TELECOM,
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
  }));
}

/** As on accounts: so many years, and what runs already prolongs or caps them where the version says so. */
function requireTerm({ startsOn, endsOn, convicted, running }: TelecomSanctionFacts, terms: RuleTerms): void {
  const latest = lastDay({ terms, recognisedOn: startsOn, convicted, running }, terms.years.suspended);
  if (endsOn <= latest) return;
  const years = (convicted ? terms.convictedYears : null) ?? terms.years.suspended;
  const version = terms.isProvisional ? `${terms.version} (provisional)` : terms.version;
  const why = running === null ? "" : `, added to those that run since ${running.startsOn}`;
  throw new HubError(
    "BAD_INPUT",
    `Under ${version} measures last ${years} years at most${why}: until ${latest}.`,
  );
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
