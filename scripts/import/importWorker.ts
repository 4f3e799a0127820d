import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "../../schema/database/openDatabase";
import { createBatchWriter } from "./batchWriter";
import type { FileBatch } from "./fileBatch";
import { requireImportKind } from "./importKinds";
import { readImportParts } from "./readImportParts";
import type { BatchAnswer, WorkerTask } from "./workerMessages";

// One thread, one connection: it writes batch after batch as they come.
const { url, file, columns } = workerData as WorkerTask;
const kind = requireImportKind(file.kind);
const write = createBatchWriter({ file, kind, columns }, openDatabase({ url }), readImportParts(process.env));

parentPort?.on("message", (batch: FileBatch) => {
  write(batch).then(
    result => answer({ number: batch.number, result }),
    (error: unknown) => answer({ number: batch.number, failure: describe(error) }),
  );
});

function answer(message: BatchAnswer): void {
  parentPort?.postMessage(message);
}

// Errors of the driver quote rows: their code and their stack's first frame are all that leaves the thread.
function describe(error: unknown): string {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  const frame = stack?.split("\n").find(line => line.trim().startsWith("at ")) ?? "";
  return [name ?? "Error", code ?? "", frame.trim()].filter(part => part !== "").join(" ");
}
