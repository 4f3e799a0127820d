import type { IdentityDocument } from "../../schema/contract/identityDocument";
import type { Database } from "../../schema/database/openDatabase";
import type { SubgraphKeys } from "../../subgraphs/shared/requestContext";
import { createImportStore } from "../../subgraphs/police/store/importStore";
import { createSubjectStore } from "../../subgraphs/police/store/subjectStore";
import { accountWorkRows } from "./police/accountWorkRows";
import { caseRows } from "./police/caseRows";
import { involvementRows } from "./police/involvementRows";
import { createPoliceNaming } from "./police/policeNaming";
import { preventionRows } from "./police/preventionRows";
import { registerRows } from "./police/registerRows";
import type { RowsByTable } from "./police/rowsByTable";
import { sanctionRows } from "./police/sanctionRows";
import { subjectRecords } from "./police/subjectRecords";
import type { WorldChunk } from "./worldModel";

interface WriterParts {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly tokenOf: (document: IdentityDocument) => string;
  /** The day on which the world is told. */
  readonly today: string;
}

/** Writes the made-up world into the police store. */
export interface PoliceWriter {
  /** One transaction a chunk, one statement a table. */
  write(chunk: WorldChunk): Promise<void>;
}

/** Makes the writer: numbers and names leave it as tokens, keyed ids and sealed values only. */
export function createPoliceWriter({ database, keys, tokenOf, today }: WriterParts): PoliceWriter {
  const naming = createPoliceNaming(keys, tokenOf);
  return {
    async write(chunk) {
      const tables: RowsByTable[] = [
        registerRows(chunk),
        caseRows(chunk, naming),
        involvementRows(chunk, naming),
        accountWorkRows(chunk, naming, today),
        sanctionRows(chunk, naming, today),
        preventionRows(chunk, naming),
      ];
      await database.transaction(async tx => {
        const store = createImportStore(tx);
        await createSubjectStore(tx, keys.sealer).upsertSubjects(subjectRecords(chunk, naming));
        for (const rows of tables) await insertTables(store, rows);
      });
    },
  };
}

async function insertTables(store: ReturnType<typeof createImportStore>, rows: RowsByTable): Promise<void> {
  for (const table of Object.keys(rows) as (keyof RowsByTable)[]) {
    await store.insertRows(table, rows[table] ?? []);
  }
}
