import { runReport } from "../../shared/reports/runReport";
import { noteTouched } from "../../shared/touched";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import type { BankingContext } from "../bankingContext";
import { identifyTokenised } from "../reports/identifyTokenised";
import { parseAccountReport } from "../reports/parseAccountReport";
import { requireOwnRegister } from "../reports/requireOwnRegister";
import { saveParsedAccounts } from "../store/saveParsedAccounts";
import type { SavedAccount } from "../store/accountRecord";
import { createOutboxStore } from "../store/outboxStore";
import type { ReportAccountsInput } from "../types/ReportAccountsInput";
import { accountChange } from "./accountChange";
import { accountVerdict } from "./accountVerdict";
import { touchedByAccount } from "./touchedByAccount";

/** Takes accounts in as their institution sees them; the newest observation of each stands. */
export async function reportAccounts(
  { requestId, institution: code, accounts }: ReportAccountsInput,
  context: BankingContext,
): Promise<ReportOutcome> {
  const { claims, clock, database, keys } = context;
  const institution = await requireOwnRegister(code, context);
  const at = clock();
  const reading = { institution, ids: keys.ids, identify: identifyTokenised, now: at };
  const written: SavedAccount[] = [];
  const outcome = await runReport({
    subgraph: "banking",
    database,
    ids: keys.ids,
    at,
    institution: code,
    requestId,
    items: accounts,
    parse: report => parseAccountReport(report, reading),
    async store(tx, parsed) {
      const saved = await saveParsedAccounts(tx, keys, parsed);
      written.push(...saved.filter(({ isWritten }) => isWritten));
      const changes = written.map(one => accountChange(one, code, [claims.view]));
      await createOutboxStore(tx).addChanges(changes, at);
      return saved.map(accountVerdict);
    },
  });
  noteTouched(context, written.flatMap(touchedByAccount));
  return outcome;
}
