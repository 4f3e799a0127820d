import { maskDocumentNumber, maskName } from "../../../schema/contract/masking";
import type { BankingContext } from "../bankingContext";
import { valueOfLinkKey } from "../linkKeys";
import { SEAL_CONTEXTS } from "../sealContexts";
import { openName } from "../subjectIdentity";
import { LinkKind } from "../types/enums";
import type { LinkEvidence } from "../types/LinkEvidence";
import type { LinkEvidenceSource } from "./linkStep";

/** What is shown of a representative of whom no document was reported. */
const UNKNOWN_REPRESENTATIVE = "legal representative";

/** Opens what a tie rests on, for the police: numbers in full, people masked. */
export async function showEvidence(
  source: LinkEvidenceSource,
  context: BankingContext,
): Promise<LinkEvidence> {
  if (source.kind === LinkKind.FUND_TRANSFER) {
    const { kind, reference, amount, on } = source;
    return { kind, value: `${reference} ${amount}`, firstSeen: on, lastSeen: on };
  }
  if (source.kind === LinkKind.LEGAL_REPRESENTATIVE) {
    const value = await showRepresentative(source.representativeId, context);
    return { kind: source.kind, value, firstSeen: null, lastSeen: null };
  }
  const { kind, linkKey, sealedValue, firstSeenOn, lastSeenOn } = source;
  const value =
    sealedValue === null
      ? valueOfLinkKey(linkKey)
      : context.keys.sealer.open(sealedValue, SEAL_CONTEXTS.linkValue(linkKey));
  return { kind, value, firstSeen: firstSeenOn, lastSeen: lastSeenOn };
}

async function showRepresentative(id: string, { loaders, keys }: BankingContext): Promise<string> {
  const row = await loaders.subject.load(id);
  if (row === null) return UNKNOWN_REPRESENTATIVE;
  const number = keys.sealer.open(row.sealedNumber, SEAL_CONTEXTS.subjectNumber(id));
  const name = openName(row, keys.sealer);
  const masked = maskDocumentNumber(row.documentType, number);
  return name === null ? masked : `${maskName(name)} ${masked}`;
}
