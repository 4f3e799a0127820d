// N16-3: a new user's document is read by a device and checked online, and a photo is taken and kept.
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { IdentityEvidence, LineActivationFacts } from "./lineActivationFacts";
import { isGoverned } from "./lineGovernance";
import { isSinceNotice2016 } from "./ruleVersion";

type Part = readonly [name: string, isThere: (evidence: IdentityEvidence) => boolean];

const METHOD: Part = ["realNameMethod", evidence => evidence.method !== null];
const ONLINE_CHECK: Part = ["onlineCheckPassed", evidence => evidence.onlineCheckPassed === true];
const PHOTO: Part = ["photoReference", evidence => evidence.photoReference !== null];

/** Is the evidence of a new line complete? Of a unit no photo is taken. */
export function idVerification(facts: LineActivationFacts): readonly RuleFinding[] {
  const { kind, holderKind, registeredOn, evidence } = facts;
  if (holderKind === null || isGoverned(kind) || !isSinceNotice2016(registeredOn)) return [];
  const parts = holderKind === "PERSON" ? [METHOD, ONLINE_CHECK, PHOTO] : [METHOD, ONLINE_CHECK];
  const missing = parts
    .filter(([, isThere]) => evidence === null || !isThere(evidence))
    .map(([name]) => name);
  if (missing.length === 0) return [];
  const message = "The evidence that the holder's identity was checked is incomplete.";
  return [
    {
      ruleId: "idVerification",
      article: "N16-3",
      message,
      until: null,
      fact: `missing: ${missing.join(", ")}`,
    },
  ];
}
