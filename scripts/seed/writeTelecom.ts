import type { IdentityDocument } from "../../schema/contract/identityDocument";
import type { Database } from "../../schema/database/openDatabase";
import { createMeasureStore } from "../../subgraphs/shared/orders/measureStore";
import type { SubgraphKeys } from "../../subgraphs/shared/requestContext";
import { toSubjectRecords } from "../../subgraphs/shared/subjects/toSubjectRecords";
import { SEAL_CONTEXTS } from "../../subgraphs/telecom/sealContexts";
import { createBlacklistStore } from "../../subgraphs/telecom/store/blacklistStore";
import { createFlagStore } from "../../subgraphs/telecom/store/flagStore";
import { createInstitutionStore } from "../../subgraphs/telecom/store/institutionStore";
import { createLineReportStore } from "../../subgraphs/telecom/store/lineReportStore";
import { createOrderStore } from "../../subgraphs/telecom/store/orderStore";
import { createRectificationStore } from "../../subgraphs/telecom/store/rectificationStore";
import { createSubjectStore } from "../../subgraphs/telecom/store/subjectStore";
import { blacklistRecord, lineRecords } from "./telecom/lineRecords";
import { measureRecords } from "./telecom/measureRecords";
import { rectificationRecords, registerRecords } from "./telecom/registerRecords";
import { subjectSightings } from "./telecom/subjectSightings";
import { createTelecomNaming, type TelecomNaming } from "./telecom/telecomNaming";
import type { WorldChunk } from "./worldModel";

interface WriterParts {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly tokenOf: (document: IdentityDocument) => string;
  /** The day on which the world is told. */
  readonly today: string;
}

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Writes the made-up world into the telecom store. */
export interface TelecomWriter {
  /** One transaction a chunk. Written twice, a chunk changes nothing. */
  write(chunk: WorldChunk): Promise<void>;
}

/** Rows of one statement: some megabytes of text, so that neither side holds more at once. */
const BATCH_ROWS = 2_000;

/** Makes the writer: numbers and names leave it as tokens, keyed ids and sealed values only. */
export function createTelecomWriter({ database, keys, tokenOf, today }: WriterParts): TelecomWriter {
  const naming = createTelecomNaming(keys, tokenOf);
  const carriers = new Set<string>();
  return {
    async write(chunk) {
      const own = chunk.institutions.filter(({ sector }) => sector === "TELECOM");
      // Later chunks name carriers that came with the first.
      for (const { code } of own) carriers.add(code);
      await database.transaction(async tx => {
        await writeRegisters(tx, { ...chunk, institutions: own }, carriers);
        await inBatches(subjectSightings(chunk, naming), batch =>
          createSubjectStore(tx).upsertSubjects(toSubjectRecords(batch, keys, SEAL_CONTEXTS)),
        );
        await writeLines(tx, chunk, naming);
        await createMeasureStore("telecom", tx).begin(measureRecords(chunk, naming, today), today);
      });
    },
  };
}

async function writeRegisters(
  tx: Transaction,
  chunk: WorldChunk,
  carriers: ReadonlySet<string>,
): Promise<void> {
  const { institutions, coverage, outlets } = registerRecords(chunk.institutions);
  const store = createInstitutionStore(tx);
  await store.upsertInstitutions(institutions);
  await store.declareCoverage(coverage);
  await inBatches(outlets, rows => store.upsertOutlets(rows));
  const rectifications = chunk.rectifications.filter(({ institution }) => carriers.has(institution));
  await createRectificationStore(tx).insertRectifications(rectificationRecords(rectifications));
}

async function writeLines(
  tx: Transaction,
  { lines, blacklist }: WorldChunk,
  naming: TelecomNaming,
): Promise<void> {
  const reports = createLineReportStore(tx);
  await inBatches(lines, async batch => {
    const records = batch.map(line => lineRecords(line, naming));
    await reports.upsertLines(records.map(({ line }) => line));
    await createFlagStore(tx).insertFlags(records.flatMap(({ flags }) => flags));
    await createOrderStore(tx).insertOrders(records.flatMap(({ orders }) => orders));
  });
  const entries = blacklist.map(entry => blacklistRecord(entry, naming));
  await createBlacklistStore(tx).insertEntries(entries);
}

async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS)
    await write(rows.slice(start, start + BATCH_ROWS));
}
