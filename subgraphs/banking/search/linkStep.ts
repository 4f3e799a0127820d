import { LinkKind } from "../types/enums";

/** Why a step leads from one person to another; what is sealed stays so until it is shown. */
export type LinkEvidenceSource =
  | {
      readonly kind: Exclude<LinkKind, LinkKind.FUND_TRANSFER | LinkKind.LEGAL_REPRESENTATIVE>;
      readonly linkKey: string;
      readonly sealedValue: string | null;
      readonly firstSeenOn: string;
      readonly lastSeenOn: string;
    }
  | {
      readonly kind: LinkKind.FUND_TRANSFER;
      readonly transferId: string;
      readonly reference: string;
      readonly amount: string;
      readonly on: string;
    }
  | { readonly kind: LinkKind.LEGAL_REPRESENTATIVE; readonly representativeId: string };

/** A step to another person, and to one of their accounts if they hold any. */
export interface LinkStep {
  readonly fromId: string;
  readonly holderId: string;
  readonly accountId: string | null;
  readonly evidence: LinkEvidenceSource;
}

/** The strongest first: what only two hands on one thing explain, then what papers say, then what may be chance. */
const STRENGTH: readonly LinkKind[] = [
  LinkKind.SHARED_DEVICE,
  LinkKind.SHARED_PHONE,
  LinkKind.LEGAL_REPRESENTATIVE,
  LinkKind.FUND_TRANSFER,
  LinkKind.SHARED_OUTLET_DAY,
  LinkKind.SHARED_AGENT,
];

/** 0 for the strongest tie. */
export function rankOfLink(kind: LinkKind): number {
  return STRENGTH.indexOf(kind);
}

/** The same for the same thing, whoever it was found through. */
export function identityOfEvidence(evidence: LinkEvidenceSource): string {
  if (evidence.kind === LinkKind.FUND_TRANSFER) return evidence.transferId;
  if (evidence.kind === LinkKind.LEGAL_REPRESENTATIVE) return evidence.representativeId;
  return evidence.linkKey;
}
