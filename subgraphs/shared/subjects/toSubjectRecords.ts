import type { SubgraphKeys } from "../requestContext";
import type { SubjectRecord, SubjectSighting } from "./subjectRecord";

/** Where the sealed values of a subject belong; each subgraph has its own. */
export interface SubjectSealContexts {
  subjectNumber(subjectId: string): string;
  subjectName(subjectId: string): string;
}

/** What a batch says of one person or unit; null: nothing. */
interface Latest {
  readonly seen: SubjectSighting;
  readonly named: SubjectSighting | null;
  readonly represented: SubjectSighting | null;
}

/**
 * Whom a batch names, each once, sealed. Name and representative are each taken from the last sighting that knows
 * them, and of two of the same moment always the same one: it does not matter which of them came first.
 */
export function toSubjectRecords(
  sightings: readonly SubjectSighting[],
  { sealer, ids }: SubgraphKeys,
  contexts: SubjectSealContexts,
): SubjectRecord[] {
  const markOf = ({ id, name }: SubjectSighting): string => ids.bodyDigest(`${id}|${name ?? ""}`);
  const latest = new Map<string, Latest>();
  for (const seen of sightings) {
    const known = latest.get(seen.id);
    latest.set(seen.id, {
      seen,
      named: later(known?.named ?? null, seen.name === null ? null : seen, markOf),
      represented: later(
        known?.represented ?? null,
        seen.legalRepresentativeId === null ? null : seen,
        ({ legalRepresentativeId }) => legalRepresentativeId ?? "",
      ),
    });
  }
  return [...latest].map(([id, { seen, named, represented }]) => ({
    id,
    kind: seen.document.kind,
    documentType: seen.document.type,
    sealedNumber: sealer.seal(seen.document.number, contexts.subjectNumber(id)),
    sealedName: named?.name ? sealer.seal(named.name, contexts.subjectName(id)) : null,
    nameObservedAt: named?.observedAt ?? null,
    nameMark: named === null ? "" : markOf(named),
    legalRepresentativeId: represented?.legalRepresentativeId ?? null,
    representativeObservedAt: represented?.observedAt ?? null,
  }));
}

function later(
  known: SubjectSighting | null,
  seen: SubjectSighting | null,
  rankOf: (sighting: SubjectSighting) => string,
): SubjectSighting | null {
  if (known === null || seen === null) return known ?? seen;
  const ahead = seen.observedAt.getTime() - known.observedAt.getTime();
  return ahead > 0 || (ahead === 0 && rankOf(seen) > rankOf(known)) ? seen : known;
}
