import type { RuleFinding } from "../../shared/types/RuleFinding";
import { forgedDocument } from "./forgedDocument";
import { governedLine } from "./governedLine";
import { idVerification } from "./idVerification";
import type { LineActivationFacts, LineActivationRule } from "./lineActivationFacts";
import { registeredHolder } from "./registeredHolder";
import { riskNoticeAck } from "./riskNoticeAck";

const RULES: readonly LineActivationRule[] = [
  registeredHolder,
  idVerification,
  governedLine,
  riskNoticeAck,
  forgedDocument,
];

/** All that stands against putting a line into service; nothing means that it may be. */
export function decideActivation(facts: LineActivationFacts): readonly RuleFinding[] {
  return RULES.flatMap(rule => rule(facts));
}
