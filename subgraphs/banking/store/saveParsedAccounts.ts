import type { Kysely } from "kysely";
import type { SubgraphKeys } from "../../shared/requestContext";
import type { ParsedAccount } from "../reports/parseAccountReport";
import type { SavedAccount } from "./accountRecord";
import { createAccountReportStore } from "./accountReportStore";
import { createSubjectStore } from "./subjectStore";

/** Saves accounts, and of those that were written the people and units behind them; in a transaction. */
export async function saveParsedAccounts(
  tx: Kysely<unknown>,
  keys: SubgraphKeys,
  parsed: readonly ParsedAccount[],
): Promise<SavedAccount[]> {
  const saved = await createAccountReportStore(tx, keys).saveAccounts(parsed.map(({ account }) => account));
  const subjects = parsed.flatMap((one, index) => (saved[index]?.isWritten === true ? one.subjects : []));
  await createSubjectStore(tx, keys.sealer).saveSubjects(subjects);
  return saved;
}
