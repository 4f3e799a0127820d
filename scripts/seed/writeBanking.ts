import type { IdentityDocument } from "../../schema/contract/identityDocument";
import type { Database } from "../../schema/database/openDatabase";
import { createAccountReportStore } from "../../subgraphs/banking/store/accountReportStore";
import { createInstitutionReportStore } from "../../subgraphs/banking/store/institutionReportStore";
import { createOrderStore } from "../../subgraphs/banking/store/orderStore";
import { createRestrictionStore } from "../../subgraphs/banking/store/restrictionStore";
import { createSubjectStore } from "../../subgraphs/banking/store/subjectStore";
import { createTransferReportStore } from "../../subgraphs/banking/store/transferReportStore";
import { createMeasureStore } from "../../subgraphs/shared/orders/measureStore";
import type { SubgraphKeys } from "../../subgraphs/shared/requestContext";
import { accountRecords } from "./banking/accountRecords";
import { measureRecords } from "./banking/measureRecords";
import { createBankingNaming, type BankingNaming } from "./banking/bankingNaming";
import type { CompleteAsOf } from "./banking/observedAt";
import { keepsAccounts, registerRecords } from "./banking/registerRecords";
import { subjectSightings } from "./banking/subjectSightings";
import { transferRecords } from "./banking/transferRecords";
import type { WorldChunk, WorldInstitution } from "./worldModel";

interface WriterParts {
  readonly database: Database;
  readonly keys: SubgraphKeys;
  readonly tokenOf: (document: IdentityDocument) => string;
  /** The day on which the world is told. */
  readonly today: string;
}

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Writes the made-up world into the banking store. */
export interface BankingWriter {
  /** One transaction a chunk. Written twice, a chunk changes nothing. */
  write(chunk: WorldChunk): Promise<void>;
}

/** Rows of one statement: some megabytes of text, so that neither side holds more at once. */
const BATCH_ROWS = 2_000;

/** Makes the writer: it goes through the stores that take institutions' reports. */
export function createBankingWriter({ database, keys, tokenOf, today }: WriterParts): BankingWriter {
  const naming = createBankingNaming(keys, tokenOf);
  const completeAsOf = new Map<string, string | null>();
  return {
    async write(chunk) {
      const own = chunk.institutions.filter(keepsAccounts);
      // Accounts of later chunks are of institutions that came with the first.
      for (const institution of own) completeAsOf.set(institution.code, institution.completeAsOf);
      await database.transaction(async tx => {
        await writeRegisters(tx, own);
        const subjects = createSubjectStore(tx, keys);
        await inBatches(subjectSightings(chunk, completeAsOf, naming), rows => subjects.saveSubjects(rows));
        await writeAccounts(tx, chunk, completeAsOf, keys, naming);
        const measures = measureRecords(chunk, { naming, ids: keys.ids, today });
        await createMeasureStore("banking", tx).begin(measures, today);
        const transfers = createTransferReportStore(tx);
        await inBatches(transferRecords(chunk.transfers, naming), rows => transfers.addTransfers(rows));
      });
    },
  };
}

async function writeRegisters(tx: Transaction, institutions: readonly WorldInstitution[]): Promise<void> {
  const records = registerRecords(institutions);
  const store = createInstitutionReportStore(tx);
  await store.saveInstitutions(records.institutions);
  await store.saveCoverage(records.coverage);
  await inBatches(records.outlets, rows => store.saveOutlets(rows));
}

async function writeAccounts(
  tx: Transaction,
  { accounts }: WorldChunk,
  completeAsOf: CompleteAsOf,
  keys: SubgraphKeys,
  naming: BankingNaming,
): Promise<void> {
  const reports = createAccountReportStore(tx, keys);
  await inBatches(accounts, async batch => {
    const records = batch.map(account => accountRecords(account, completeAsOf, naming));
    await reports.saveAccounts(records.map(({ account }) => account));
    await createRestrictionStore(tx).saveRestrictions(records.flatMap(({ restrictions }) => restrictions));
    await createOrderStore(tx).addOrders(records.flatMap(({ orders }) => orders));
  });
}

async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS)
    await write(rows.slice(start, start + BATCH_ROWS));
}
