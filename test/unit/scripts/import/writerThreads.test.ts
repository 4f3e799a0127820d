import { startWriterThreads } from "../../../../scripts/import/writerThreads";

const BATCH = { rows: [], lines: [], isRetry: false };

describe("threads that write an import", () => {
  test("one that ended has every later batch fail: nobody waits for an answer that cannot come", async () => {
    // No kind of import has this name, so that the thread ends while it starts.
    const threads = startWriterThreads(1, {
      url: "postgres://127.0.0.1:1/nothing",
      file: { digest: "0", kind: "nothing" },
      columns: [],
    });
    try {
      await expect(threads.write({ ...BATCH, number: 0 })).rejects.toThrow("Nothing of this kind");
      await expect(threads.write({ ...BATCH, number: 1 })).rejects.toThrow("Nothing of this kind");
    } finally {
      await threads.close();
    }
  });
});
