// N16-4: whoever has five valid mobile cards at one carrier gets no further one there; those above five are cleaned up.
import { OpeningOutcome, SubjectKind } from "../../shared/types/enums";
import { LineKind } from "../types/enums";
import type { LineOpeningFacts } from "./lineOpeningFacts";
import { CLOSED_WITHOUT_DAY } from "./closedWithoutDay";
import { isSinceNotice2016 } from "./ruleVersion";
import type { RuleVerdict } from "./ruleVerdict";

/** Valid mobile cards of one person at one carrier. */
export const PHONE_CARD_LIMIT = 5;

/** Is one more mobile card above the limit? Units are no persons, and other lines are no cards. */
export function phoneCardLimit(facts: LineOpeningFacts): readonly RuleVerdict[] {
  if (facts.kind !== LineKind.MOBILE || facts.holderKind === SubjectKind.UNIT || !isSinceNotice2016(facts.on))
    return [];
  if (facts.validMobileCards >= PHONE_CARD_LIMIT) {
    const message = `This person already has ${PHONE_CARD_LIMIT} or more valid mobile cards at this carrier.`;
    return [verdict(OpeningOutcome.DENY, message, facts)];
  }
  if (facts.mobileCardsAtMost >= PHONE_CARD_LIMIT)
    return [verdict(OpeningOutcome.UNKNOWN, CLOSED_WITHOUT_DAY, facts)];
  // The cards that are missing may be the very ones that reach the limit.
  if (facts.recordsComplete) return [];
  const message = "The carrier's records are incomplete or out of date, so its cards cannot be counted.";
  return [verdict(OpeningOutcome.UNKNOWN, message, facts)];
}

function verdict(outcome: RuleVerdict["outcome"], message: string, facts: LineOpeningFacts): RuleVerdict {
  const { on, validMobileCards: cards, mobileCardsAtMost: atMost } = facts;
  const counted = atMost > cards ? `${cards} to ${atMost}` : String(cards);
  const fact = `valid mobile cards at this carrier on ${on}: ${counted}`;
  return { outcome, finding: { ruleId: "phoneCardLimit", article: "N16-4", message, until: null, fact } };
}
