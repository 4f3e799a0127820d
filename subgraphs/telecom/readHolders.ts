import { isNobody } from "./nobody";
import { writePairKey } from "./pairKey";
import type { Holder } from "./reports/considerReport";
import type { LineState } from "./reports/lineDraft";
import type { DoneToLine } from "./store/lineChangeStore";
import type { LinePlace } from "./store/linePlace";
import type { TelecomStores } from "./stores";

/**
 * What the rules ask of whoever holds these lines: a person or a unit (`known` tells of some), whether their document
 * has been found forged, and what was done to the line by orders.
 */
export async function readHolders(
  lines: readonly LineState[],
  known: ReadonlyMap<string, NonNullable<Holder["kind"]>>,
  stores: Pick<TelecomStores, "lineChanges" | "subjects" | "verifiedFlags">,
): Promise<(line: LineState) => Holder> {
  const kinds = new Map(known);
  const places = placesOf(lines);
  const unnamed = places.map(({ subjectId }) => subjectId).filter(id => !kinds.has(id) && !isNobody(id));
  for (const { id, kind } of await stores.subjects.subjectsByIds([...new Set(unnamed)])) kinds.set(id, kind);
  const forged = new Map(
    (await stores.verifiedFlags.forgedLines(places)).map(({ subjectId, lineId, verifiedAt }) => [
      writePairKey(subjectId, lineId),
      verifiedAt.toISOString(),
    ]),
  );
  const done = groupByPlace(await stores.lineChanges.stopsAndRestores(places));
  return ({ subjectId, id }) => {
    const place = writePairKey(subjectId, id);
    return {
      kind: kinds.get(subjectId) ?? null,
      done: done.get(place) ?? [],
      forgedDocumentAt: forged.get(place) ?? null,
    };
  };
}

function placesOf(lines: readonly LineState[]): LinePlace[] {
  const places = lines.map(({ subjectId, id: lineId }) => ({ subjectId, lineId }));
  return [...new Map(places.map(place => [writePairKey(place.subjectId, place.lineId), place])).values()];
}

function groupByPlace(done: readonly DoneToLine[]): Map<string, Holder["done"][number][]> {
  const places = new Map<string, Holder["done"][number][]>();
  for (const { subjectId, lineId, carrier, kind, at } of done) {
    const place = writePairKey(subjectId, lineId);
    places.set(place, [...(places.get(place) ?? []), { carrier, kind, at: at.toISOString() }]);
  }
  return places;
}
