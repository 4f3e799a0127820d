import { HubError } from "../../schema/contract/errors";
import { rejected, type ItemVerdict } from "../../subgraphs/shared/reports/itemVerdict";
import type { Cells } from "./createCells";

/**
 * Reads rows and stores those that could be read: one verdict a row, in their order. A HubError that `parse` throws
 * rejects its row alone.
 */
export async function judgeRows<Parsed>(
  rows: readonly Cells[],
  parse: (row: Cells) => Parsed,
  store: (parsed: readonly Parsed[]) => Promise<readonly ItemVerdict[]>,
): Promise<readonly ItemVerdict[]> {
  const verdicts: (ItemVerdict | null)[] = [];
  const parsed: Parsed[] = [];
  for (const row of rows) {
    try {
      parsed.push(parse(row));
      verdicts.push(null);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      verdicts.push(rejected(error));
    }
  }
  const stored = (await store(parsed)).values();
  return verdicts.map(verdict => verdict ?? nextOf(stored));
}

function nextOf(verdicts: Iterator<ItemVerdict>): ItemVerdict {
  const next = verdicts.next();
  if (next.done === true) throw new Error("A stored row has no verdict.");
  return next.value;
}
