import type { SubjectSighting } from "../../../subgraphs/shared/subjects/subjectRecord";
import type { WorldChunk, WorldDocument, WorldSubject } from "../worldModel";
import type { BankingNaming } from "./bankingNaming";
import { observedAt, type CompleteAsOf } from "./observedAt";

/** Only those of whom an institution holds something, and the legal representatives of such units. */
export function subjectSightings(
  { accounts, subjects }: WorldChunk,
  completeAsOf: CompleteAsOf,
  naming: BankingNaming,
): SubjectSighting[] {
  const known = new Map(subjects.map(subject => [naming.tokenOf(subject.document), subject]));
  const records = new Map<string, SubjectSighting>();
  const add = (document: WorldDocument, seenAt: Date): void => {
    const id = naming.tokenOf(document);
    const record = records.get(id);
    if (record !== undefined && record.observedAt >= seenAt) return;
    records.set(id, toSighting(id, document, known.get(id), seenAt, naming));
  };
  for (const account of accounts) {
    const seenAt = observedAt(account, completeAsOf);
    add(account.holder, seenAt);
    const representative = known.get(naming.tokenOf(account.holder))?.legalRepresentative ?? null;
    if (representative !== null) add(representative, seenAt);
  }
  return [...records.values()];
}

function toSighting(
  id: string,
  document: WorldDocument,
  subject: WorldSubject | undefined,
  seenAt: Date,
  naming: BankingNaming,
): SubjectSighting {
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
