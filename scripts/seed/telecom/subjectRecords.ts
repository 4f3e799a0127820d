import type { SubjectRecord } from "../../../subgraphs/telecom/store/tables/subjectTable";
import type { WorldChunk, WorldDocument, WorldSubject } from "../worldModel";
import { lastSeenAt } from "./lastSeenAt";
import type { TelecomNaming } from "./telecomNaming";

/** Only those of whom a carrier holds something: all others are none of its business. */
export function subjectRecords(chunk: WorldChunk, naming: TelecomNaming): SubjectRecord[] {
  const subjects = new Map(chunk.subjects.map(subject => [naming.keyOf(subject.document), subject]));
  return [...holders(chunk, naming)].map(([key, { document, seenAt }]) =>
    toRecord(document, subjects.get(key), seenAt, naming),
  );
}

interface Holder {
  readonly document: WorldDocument;
  readonly seenAt: string;
}

function holders({ lines, blacklist }: WorldChunk, naming: TelecomNaming): Map<string, Holder> {
  const found = new Map<string, Holder>();
  const add = (document: WorldDocument, seenAt: string): void => {
    const key = naming.keyOf(document);
    const known = found.get(key);
    if (known === undefined || known.seenAt < seenAt) found.set(key, { document, seenAt });
  };
  for (const line of lines) if (line.holder !== null) add(line.holder, lastSeenAt(line));
  for (const { holder, startsOn } of blacklist) add(holder, `${startsOn}T00:00:00+08:00`);
  return found;
}

function toRecord(
  document: WorldDocument,
  subject: WorldSubject | undefined,
  observedAt: string,
  naming: TelecomNaming,
): SubjectRecord {
  const id = naming.tokenOf(document);
  const representative = subject?.legalRepresentative ?? null;
  return {
    id,
    kind: document.type === "UNIFIED_SOCIAL_CREDIT_CODE" ? "UNIT" : "PERSON",
    documentType: document.type,
    sealedNumber: naming.sealDocumentNumber(id, document.number),
    // Not in this chunk: it came with an earlier one, and the store keeps its name.
    sealedName: subject === undefined ? null : naming.sealName(id, subject.name),
    legalRepresentativeId: representative === null ? null : naming.tokenOf(representative),
    observedAt,
  };
}
