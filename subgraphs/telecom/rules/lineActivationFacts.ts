import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { LineKind } from "../types/enums";

/** The proof that the opener is who they say they are: a reference to the photo, never the photo. */
export interface IdentityEvidence {
  readonly method: string | null;
  readonly verifiedAt: string;
  readonly onlineCheckPassed: boolean | null;
  readonly photoReference: string | null;
}

/** All that is known when a line is to be put into service; the days are among the facts. */
export interface LineActivationFacts {
  readonly kind: LineKind;
  /** The day on which the line is said to be active. */
  readonly on: string;
  /** Null where nobody is registered for the line. */
  readonly holderKind: "PERSON" | "UNIT" | null;
  readonly registeredOn: string;
  readonly activatedOn: string | null;
  readonly evidence: IdentityEvidence | null;
  readonly riskNotice: { readonly acknowledgedOn: string } | null;
  /** When a forged document was last verified on the line under this holder. */
  readonly forgedDocumentAt: string | null;
}

/** Facts in, findings out: each one stands against putting the line into service. */
export type LineActivationRule = (facts: LineActivationFacts) => readonly RuleFinding[];
