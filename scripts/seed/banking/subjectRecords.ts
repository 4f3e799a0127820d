import type { SubjectRecord } from "../../../subgraphs/banking/store/subjectStore";
import type { WorldChunk, WorldDocument, WorldSubject } from "../worldModel";
import type { BankingNaming } from "./bankingNaming";
import { observedAt, type CompleteAsOf } from "./observedAt";

/** Only those of whom an institution holds something, and the legal representatives of such units. */
export function subjectRecords(
  { accounts, subjects }: WorldChunk,
  completeAsOf: CompleteAsOf,
  naming: BankingNaming,
): SubjectRecord[] {
  const known = new Map(subjects.map(subject => [naming.tokenOf(subject.document), subject]));
  const records = new Map<string, SubjectRecord>();
  const add = (document: WorldDocument, seenAt: Date): void => {
    const id = naming.tokenOf(document);
    const record = records.get(id);
    if (record !== undefined && record.observedAt >= seenAt) return;
    records.set(id, toRecord(id, document, known.get(id), seenAt, naming));
  };
  for (const account of accounts) {
    const seenAt = observedAt(account, completeAsOf);
    add(account.holder, seenAt);
    const representative = known.get(naming.tokenOf(account.holder))?.legalRepresentative ?? null;
    if (representative !== null) add(representative, seenAt);
  }
  return [...records.values()];
}

function toRecord(
  id: string,
  document: WorldDocument,
  subject: WorldSubject | undefined,
  seenAt: Date,
  naming: BankingNaming,
): SubjectRecord {
  const representative = subject?.legalRepresentative ?? null;
  return {
    id,
    document: naming.identityOf(document),
    // Not in this chunk: it came with an earlier one, and the store keeps its name.
    name: subject?.name ?? null,
    legalRepresentativeId: representative === null ? null : naming.tokenOf(representative),
    observedAt: seenAt,
  };
}
