import { once } from "node:events";
import { createWriteStream, renameSync } from "node:fs";
import { finished } from "node:stream/promises";
import type { Kysely } from "kysely";
import {
  createImportProgressStore,
  type ImportFile,
  type RejectedRow,
} from "../../subgraphs/shared/imports/importProgressStore";
import type { ImportKind } from "./importKind";

const HEADER = "line,code,reason\n";
/** Batches read at once: at worst all of their rows are in it. */
const PAGE = 20;

/**
 * Writes the rejected rows of a file beside it, each with its line and reason and nothing of the row itself. Whole
 * or not at all, from what the store kept: also the rows of runs that were killed.
 */
export async function writeRejectedFile(
  path: string,
  db: Kysely<unknown>,
  kind: ImportKind,
  file: ImportFile,
): Promise<void> {
  const progress = createImportProgressStore(db, kind.store);
  const draft = `${path}.draft`;
  const output = createWriteStream(draft, { mode: 0o600 });
  output.write(HEADER);
  let after = -1;
  for (;;) {
    const batches = await progress.rejectedAfter(file, after, PAGE);
    const last = batches.at(-1);
    if (last === undefined) break;
    after = last.batch;
    const text = batches.flatMap(({ rejected }) => rejected.map(toLine)).join("");
    if (!output.write(text)) await once(output, "drain");
  }
  output.end();
  await finished(output);
  renameSync(draft, path);
}

function toLine({ line, code, reason }: RejectedRow): string {
  return `${line},${code},"${reason.replaceAll('"', '""')}"\n`;
}
