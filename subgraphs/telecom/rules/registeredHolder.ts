// N16-3, RN-3: no line is in service without a registered holder; those of before the notice had until the end of 2016.
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { LineActivationFacts } from "./lineActivationFacts";
import { isSinceNotice2016 } from "./ruleVersion";

/** The last day on which an old line could still be registered. */
export const REGISTRATION_DEADLINE = "2016-12-31";

/** Is somebody registered for the line, as far as somebody had to be by that day? */
export function registeredHolder({
  holderKind,
  registeredOn,
  on,
}: LineActivationFacts): readonly RuleFinding[] {
  const isDue = on > REGISTRATION_DEADLINE || isSinceNotice2016(registeredOn);
  if (holderKind !== null || !isDue) return [];
  const message =
    "A line without a registered holder cannot be ACTIVE: report it with the holder's document.";
  return [{ ruleId: "realNameRegistration", article: "N16-3", message, until: null, fact: null }];
}
