import { accepted, duplicate, rejected, type ItemVerdict } from "../../shared/reports/itemVerdict";
import type { Holder } from "./considerReport";
import { claimOf, inStoryOrder, type LineClaim } from "./lineClaim";
import type { LineDraft, LineState } from "./lineDraft";
import { type LinePast, NO_PAST } from "./linePast";
import { mergeLine } from "./mergeLine";
import { replayLine, type Replayed } from "./replayLine";

/** What is known of the lines of a batch, by their ids. */
export interface KnownLines {
  readonly lines: ReadonlyMap<string, LineState>;
  /** All claims, of the lines whose story has to be told anew; see `needsStory`. */
  readonly claims: ReadonlyMap<string, readonly LineClaim[]>;
}

/** A line that a batch has changed. */
export interface ChangedLine {
  readonly line: LineState;
  /** What of its past is so no more, and what is so now. */
  readonly before: LinePast;
  readonly past: LinePast;
}

/** What a batch comes to: a verdict an item, and each line that has changed as it stands in the end. */
export interface FoldedReports {
  readonly verdicts: readonly ItemVerdict[];
  readonly changed: ReadonlyMap<string, ChangedLine>;
  /** The claims that were taken in, by their lines. */
  readonly claims: ReadonlyMap<string, readonly LineClaim[]>;
  /** The items that were not rejected: one that says nothing new of the line may still name its holder. */
  readonly taken: readonly LineDraft[];
}

/**
 * Is a line's row not enough to know what a report makes of it? It is where the report was seen after all else that is
 * known of the line (`seenUntil`), and leaves the line where it is.
 */
export function needsStory(known: LineState, seenUntil: string, reported: LineState): boolean {
  return (
    reported.observedAt <= seenUntil ||
    reported.observedAt <= known.observedAt ||
    reported.subjectId !== known.subjectId ||
    reported.carrier !== known.carrier ||
    reported.registeredOn !== known.registeredOn
  );
}

/** Considers a batch line by line. */
export function foldReports(
  drafts: readonly LineDraft[],
  known: KnownLines,
  holderOf: (line: LineState) => Holder,
): FoldedReports {
  const verdicts = new Array<ItemVerdict>(drafts.length);
  const changed = new Map<string, ChangedLine>();
  const claims = new Map<string, readonly LineClaim[]>();
  for (const [id, own] of byLine(drafts)) {
    const folded = foldLine(own, known.lines.get(id) ?? null, known.claims.get(id) ?? null, holderOf);
    if (folded.changed !== null) changed.set(id, folded.changed);
    if (folded.claims.length > 0) claims.set(id, folded.claims);
    for (const [place, verdict] of folded.verdicts) verdicts[place] = verdict;
  }
  return { verdicts, changed, claims, taken: drafts.filter((_, place) => verdicts[place]?.code === null) };
}

interface PlacedDraft {
  readonly place: number;
  readonly claim: LineClaim;
}

function byLine(drafts: readonly LineDraft[]): Map<string, PlacedDraft[]> {
  const lines = new Map<string, PlacedDraft[]>();
  for (const [place, { state }] of drafts.entries()) {
    const placed = { place, claim: claimOf(state) };
    const own = lines.get(state.id);
    if (own === undefined) lines.set(state.id, [placed]);
    else own.push(placed);
  }
  return lines;
}

interface FoldedLine {
  readonly changed: ChangedLine | null;
  readonly claims: readonly LineClaim[];
  readonly verdicts: ReadonlyMap<number, ItemVerdict>;
}

function foldLine(
  drafts: readonly PlacedDraft[],
  row: LineState | null,
  story: readonly LineClaim[] | null,
  holderOf: (line: LineState) => Holder,
): FoldedLine {
  const told = new Set(story?.map(({ mark }) => mark));
  const news = drafts.map(({ claim }) => claim).filter(({ mark }) => !told.has(mark));
  const fresh = new Map(news.map(claim => [claim.mark, claim]));
  const before = story === null ? null : replayLine(null, inStoryOrder(story), holderOf, knownAs);
  const after =
    story === null
      ? replayLine(row, inStoryOrder([...fresh.values()]), holderOf, () => "NEXT")
      : replayLine(null, inStoryOrder([...story, ...fresh.values()]), holderOf, claim =>
          fresh.has(claim.mark) ? "LATE" : knownAs(claim),
        );
  const changed = fresh.size === 0 ? null : changeOf(row, before, after);
  const claims = [...fresh.values()].filter(({ mark }) => !after.refused.has(mark));
  const said = new Set<string>();
  const verdicts = new Map(
    drafts.map(({ place, claim: { mark, state } }) => {
      const error = fresh.has(mark) ? after.refused.get(mark) : undefined;
      const isNew = changed !== null && fresh.has(mark) && !after.idle.has(mark) && !said.has(mark);
      said.add(mark);
      return [place, error ? rejected(error) : isNew ? accepted(state.id) : duplicate(state.id)] as const;
    }),
  );
  return { changed, claims, verdicts };
}

/** How a claim that was taken in before is taken in again. */
export function knownAs({ origin }: LineClaim): "FIRST" | "KNOWN" {
  return origin === "FIRST" ? "FIRST" : "KNOWN";
}

function changeOf(row: LineState | null, before: Replayed | null, after: Replayed): ChangedLine | null {
  if (after.line === null) return null;
  const line = withInvolvement(after.line, row);
  const past = {
    ...after.past,
    former: after.past.former.map(one => (row === null ? one : withInvolvement(one, row))),
  };
  const isSame =
    row !== null &&
    textOf(line) === textOf(row) &&
    (before === null || textOfPast(before) === textOfPast(after));
  return isSame ? null : { line, before: before?.past ?? NO_PAST, past };
}

function textOfPast({ past, stops }: Replayed): string {
  return JSON.stringify([past, stops.beneath]);
}

/** That its holder's line was used in a case is no report's to say, nor to undo. */
function withInvolvement<T extends Pick<LineState, "subjectId" | "involvedOn">>(
  one: T,
  row: LineState | null,
): T {
  return row !== null && row.subjectId === one.subjectId ? { ...one, involvedOn: row.involvedOn } : one;
}

function textOf(line: LineState): string {
  return JSON.stringify(
    Object.entries(mergeLine(line, line)).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
