import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordSeededWorld } from "../../../../scripts/embedded/seededWorld";
import { openEmbeddedStores } from "../../../../scripts/stores/openStores";

describe("an embedded store whose files are damaged", () => {
  const folder = mkdtempSync(join(tmpdir(), "duanka-stores-"));
  beforeAll(() => {
    recordSeededWorld(folder, { people: 0, seed: 1, seededAt: new Date().toISOString() });
    mkdirSync(join(folder, "database"));
    writeFileSync(join(folder, "database", "PG_VERSION"), "damaged\n");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is told by its folder and what to do, and lets go of the data folder", async () => {
    for (let attempt = 1; attempt <= 2; attempt++) {
      const stores = openEmbeddedStores(folder);
      await expect(stores.open()).rejects.toMatchObject({
        name: "CliError",
        message: expect.stringContaining(
          `The store in ${join(folder, "database")} cannot be opened`,
        ) as string,
        next: expect.stringContaining("--data") as string,
      });
      await stores.close().catch(() => undefined);
    }
  });
});
