import { HubError } from "../../../schema/contract/errors";
import type { DeclareCoverageInput } from "../../shared/types/DeclareCoverageInput";
import type { BankingContext } from "../bankingContext";
import { coverageState, withoutFinding } from "../coverageState";
import { requirePast } from "../input/requirePast";
import { requireOwnRegister } from "../reports/requireOwnRegister";
import { createInstitutionReportStore } from "../store/institutionReportStore";
import { createOutboxStore } from "../store/outboxStore";
import type { InstitutionAnswer } from "../types/InstitutionAnswer";

/**
 * An institution says that it has reported all its accounts as of a moment: from then on an empty answer of its
 * means that nothing is held. Throws BAD_INPUT where it counts more accounts than have come: half a backfill
 * must not read as "nothing held".
 */
export async function declareAccountCoverage(
  input: DeclareCoverageInput,
  context: BankingContext,
): Promise<InstitutionAnswer> {
  const { claims, clock, database } = context;
  const { institution: code, completeAsOf } = input;
  const institution = await requireOwnRegister(code, context);
  const at = clock();
  requirePast("completeAsOf", completeAsOf, at);
  const records = input.records ?? null;
  await database.transaction(async tx => {
    const reports = createInstitutionReportStore(tx);
    if (records !== null) requireAllHere(records, await reports.countAccounts(code));
    await reports.saveCoverage([{ institution: code, completeAsOf, records, declaredAt: at }]);
    const change = { kind: "COVERAGE_DECLARED", institution: code, subjectId: null, accountId: null };
    const audiences = [claims.view, "police", "regulator:financial"];
    await createOutboxStore(tx).addChanges([{ ...change, orderId: null, audiences, touched: [] }], at);
  });
  const state = withoutFinding(coverageState(false, completeAsOf, at));
  return { institution, state, asOf: completeAsOf };
}

function requireAllHere(records: number, here: number): void {
  if (records < 0) throw new HubError("BAD_INPUT", "`records` is a number of accounts: 0 or more.");
  if (records <= here) return;
  throw new HubError(
    "BAD_INPUT",
    `You count ${records} accounts and ${here} have come: report the missing ones first.`,
  );
}
