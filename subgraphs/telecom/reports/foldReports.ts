import { HubError } from "../../../schema/contract/errors";
import { accepted, duplicate, rejected, type ItemVerdict } from "../../shared/reports/itemVerdict";
import { considerReport, type Holder } from "./considerReport";
import type { LineDraft, LineState } from "./lineDraft";

/** What a batch comes to: a verdict an item, and each line that has changed as it stands in the end. */
export interface FoldedReports {
  readonly verdicts: readonly ItemVerdict[];
  readonly changed: ReadonlyMap<string, LineState>;
  /** The items that were not rejected: one that says nothing new of the line may still name its holder. */
  readonly taken: readonly LineDraft[];
}

/** Considers a batch line by line, each line's reports in the order in which they were observed. */
export function foldReports(
  drafts: readonly LineDraft[],
  known: ReadonlyMap<string, LineState>,
  holderOf: (line: LineState) => Holder,
): FoldedReports {
  const verdicts = new Array<ItemVerdict>(drafts.length);
  const states = new Map(known);
  const changed = new Map<string, LineState>();
  const taken: LineDraft[] = [];
  const inOrder = drafts
    .map((draft, index) => ({ draft, index }))
    .sort((one, other) => compare(one.draft.state.observedAt, other.draft.state.observedAt));
  for (const { draft, index } of inOrder) {
    const { id } = draft.state;
    try {
      const next = considerReport(states.get(id) ?? null, draft.state, holderOf);
      verdicts[index] = next === null ? duplicate(id) : accepted(id);
      taken.push(draft);
      if (next === null) continue;
      states.set(id, next);
      changed.set(id, next);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      verdicts[index] = rejected(error);
    }
  }
  return { verdicts, changed, taken };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
