// N16-5: rent, lend, sell, buy, impersonation, fictitious agency, organisers. N20-5: illegal rent, sale, purchase,
// organisers. EXT:MEASURES_2024: three cards, occasions or counterparties, unless convicted or under a false identity;
// below that only where an organ of a province or above has looked at it.
import { HubError } from "../../../schema/contract/errors";
import { AuthorityLevel, Conduct, Instrument, SanctionedRole } from "../types/enums";
import { isAtLeast } from "./imposingAuthority";
import { isBankInstrument } from "./instruments";
import type { RuleTerms } from "./ruleVersions";

/** Facts that decide the threshold and the length. */
export interface SanctionFacts {
  readonly cardsOrAccounts: number;
  readonly occasions: number;
  readonly counterparties: number;
  readonly convicted: boolean;
  readonly repeat: boolean;
}

/** What is to be recognised against whom. */
export interface SanctionTarget {
  readonly kind: "PERSON" | "UNIT";
  readonly role: SanctionedRole;
  readonly conduct: Conduct;
  readonly instruments: readonly Instrument[];
  readonly facts: SanctionFacts;
}

const WITHOUT_THRESHOLD: readonly Conduct[] = [
  Conduct.IMPERSONATION,
  Conduct.FICTITIOUS_AGENCY,
  Conduct.CRIMINAL_CONVICTION,
];

/** Throws BAD_INPUT for what the version in force does not sanction, AUTHORITY_TOO_LOW for what this organ may not. */
export function requireSanctionTarget(target: SanctionTarget, terms: RuleTerms, level: AuthorityLevel): void {
  requireRole(target);
  requireInstruments(target.instruments, terms);
  requireFacts(target);
  if (!terms.conducts.includes(target.conduct)) {
    throw new HubError(
      "BAD_INPUT",
      `${terms.version} does not sanction ${target.conduct}; it does: ${terms.conducts.join(", ")}.`,
    );
  }
  if (reachesThreshold(target, terms) || isAtLeast(level, AuthorityLevel.PROVINCE)) return;
  throw new HubError(
    "AUTHORITY_TOO_LOW",
    `Fewer than ${terms.threshold} cards, occasions and counterparties: only an organ of a province or above can recognise this (${terms.article}).`,
  );
}

/** Do the facts reach what the version asks for? */
export function reachesThreshold({ conduct, facts }: SanctionTarget, { threshold }: RuleTerms): boolean {
  if (threshold === null || facts.convicted || WITHOUT_THRESHOLD.includes(conduct)) return true;
  return Math.max(facts.cardsOrAccounts, facts.occasions, facts.counterparties) >= threshold;
}

function requireRole({ kind, role }: SanctionTarget): void {
  if (role === SanctionedRole.UNIT && kind !== "UNIT")
    throw new HubError("BAD_INPUT", "The role UNIT needs a unit's document.");
  if (kind === "UNIT" && role !== SanctionedRole.UNIT && role !== SanctionedRole.ORGANISER) {
    throw new HubError("BAD_INPUT", `A unit cannot have the role ${role}: name the person instead.`);
  }
}

function requireInstruments(instruments: readonly Instrument[], terms: RuleTerms): void {
  if (instruments.length === 0) throw new HubError("BAD_INPUT", "Name at least one of `instruments`.");
  if (terms.coversPhoneCards || instruments.some(isBankInstrument)) return;
  throw new HubError(
    "BAD_INPUT",
    `${terms.version} sanctions accounts and cards of banks alone; phone cards come with N20-5.`,
  );
}

function requireFacts({ conduct, facts }: SanctionTarget): void {
  const counts = [facts.cardsOrAccounts, facts.occasions, facts.counterparties];
  if (counts.some(count => count < 0))
    throw new HubError("BAD_INPUT", "The counts of `facts` are 0 or more.");
  if (conduct === Conduct.CRIMINAL_CONVICTION && !facts.convicted) {
    throw new HubError("BAD_INPUT", "CRIMINAL_CONVICTION needs `facts.convicted`.");
  }
}
