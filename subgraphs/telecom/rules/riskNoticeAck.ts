// RN: whoever has confirmed the notice knows and has pledged; the carrier has it confirmed before the line is in use.
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { LineActivationFacts } from "./lineActivationFacts";
import { isGoverned } from "./lineGovernance";

/** The risk notice rests on the notice of five bodies, and so on its day. */
const NOTICE_2020 = "2020-12-17";

/** Has the holder of a new line confirmed the risk notice, no later than the line was activated? */
export function riskNoticeAck(facts: LineActivationFacts): readonly RuleFinding[] {
  const { kind, holderKind, registeredOn, activatedOn, on, riskNotice } = facts;
  if (holderKind === null || isGoverned(kind) || registeredOn < NOTICE_2020) return [];
  const activation = activatedOn ?? on;
  if (riskNotice !== null && riskNotice.acknowledgedOn <= activation) return [];
  const message = "The holder confirms the risk notice, by version and digest, before the line is activated.";
  const fact =
    riskNotice === null ? null : `confirmed on ${riskNotice.acknowledgedOn}, activated on ${activation}`;
  return [{ ruleId: "riskNoticeAck", article: "RN", message, until: null, fact }];
}
