import type { SubjectSighting } from "../../../subgraphs/shared/subjects/subjectRecord";
import type { WorldChunk, WorldDocument, WorldSubject } from "../worldModel";
import { lastSeenAt } from "./lastSeenAt";
import type { TelecomNaming } from "./telecomNaming";

/** Only those of whom a carrier holds something: all others are none of its business. */
export function subjectSightings(chunk: WorldChunk, naming: TelecomNaming): SubjectSighting[] {
  const subjects = new Map(chunk.subjects.map(subject => [naming.keyOf(subject.document), subject]));
  return [...holders(chunk, naming)].map(([key, { document, seenAt }]) =>
    toSighting(document, subjects.get(key), seenAt, naming),
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

function toSighting(
  document: WorldDocument,
  subject: WorldSubject | undefined,
  seenAt: string,
  naming: TelecomNaming,
): SubjectSighting {
  const representative = subject?.legalRepresentative ?? null;
  return {
    id: naming.tokenOf(document),
    document: naming.identityOf(document),
    // Not in this chunk: it came with an earlier one, and the store keeps its name.
    name: subject?.name ?? null,
    legalRepresentativeId: representative === null ? null : naming.tokenOf(representative),
    observedAt: new Date(seenAt),
  };
}
