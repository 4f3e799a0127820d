import type { Kysely } from "kysely";
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
 * means that nothing is held. Where it names more accounts than have come, half a backfill must not read so: the
 * declaration is kept, but nothing is answered until one that fits takes its place. One that speaks of an earlier
 * moment than what stands changes nothing: what stands is answered.
 */
export async function declareAccountCoverage(
  input: DeclareCoverageInput,
  context: BankingContext,
): Promise<InstitutionAnswer> {
  const { clock, database } = context;
  const { institution: code, completeAsOf } = input;
  const institution = await requireOwnRegister(code, context);
  const at = clock();
  requirePast("completeAsOf", completeAsOf, at);
  const records = input.records ?? null;
  if (records !== null && records < 0)
    throw new HubError("BAD_INPUT", "`records` is a number of accounts: 0 or more.");
  const asOf = await database.transaction(async tx => {
    const reports = createInstitutionReportStore(tx);
    const isShort = records !== null && records > (await reports.countAccounts(code));
    const saved = await reports.saveCoverage([
      {
        institution: code,
        asOf: completeAsOf,
        completeAsOf: isShort ? null : completeAsOf,
        records,
        declaredAt: at,
      },
    ]);
    if (saved.length > 0) await tellDeclared(tx, context, code);
    return reports.completeAsOf(code);
  });
  return { institution, state: withoutFinding(coverageState(false, asOf, at)), asOf };
}

async function tellDeclared(
  tx: Kysely<unknown>,
  { claims, clock }: BankingContext,
  code: string,
): Promise<void> {
  const change = { kind: "COVERAGE_DECLARED", institution: code, subjectId: null, accountId: null };
  const audiences = [claims.view, "police", "regulator:financial"];
  await createOutboxStore(tx).addChanges([{ ...change, orderId: null, audiences, touched: [] }], clock());
}
