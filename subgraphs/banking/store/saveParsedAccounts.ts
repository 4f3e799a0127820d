import type { Kysely } from "kysely";
import type { SubgraphKeys } from "../../shared/requestContext";
import type { ParsedAccount } from "../reports/parseAccountReport";
import type { SavedAccount } from "./accountRecord";
import { createAccountReportStore } from "./accountReportStore";
import { createSubjectStore } from "./subjectStore";

/**
 * Saves accounts, and of those that were not refused the people and units behind them, the late ones too: who held an
 * account before is known as well. In a transaction.
 */
export async function saveParsedAccounts(
  tx: Kysely<unknown>,
  keys: SubgraphKeys,
  parsed: readonly ParsedAccount[],
): Promise<SavedAccount[]> {
  const saved = await createAccountReportStore(tx, keys).saveAccounts(parsed.map(({ account }) => account));
  const subjects = parsed.flatMap((one, index) => (saved[index]?.refusedIn === null ? one.subjects : []));
  await createSubjectStore(tx, keys).saveSubjects(subjects);
  return saved;
}
