import { accepted, duplicate } from "../../shared/reports/itemVerdict";
import { runReport } from "../../shared/reports/runReport";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import type { ReportOutletsInput } from "../../shared/types/ReportOutletsInput";
import type { BankingContext } from "../bankingContext";
import { parseOutletReport } from "../reports/parseOutletReport";
import { requireOwnRegister } from "../reports/requireOwnRegister";
import { createInstitutionReportStore, type OutletRecord } from "../store/institutionReportStore";
import { createOutboxStore } from "../store/outboxStore";

/** Takes outlets in as their institution sees them; the newest observation of each stands. */
export async function reportBankOutlets(
  { requestId, institution, outlets }: ReportOutletsInput,
  context: BankingContext,
): Promise<ReportOutcome> {
  const { claims, clock, database, keys } = context;
  await requireOwnRegister(institution, context);
  const at = clock();
  return runReport({
    subgraph: "banking",
    database,
    ids: keys.ids,
    at,
    institution,
    requestId,
    items: outlets,
    parse: report => parseOutletReport(report, institution, at),
    async store(tx, records) {
      const newest = newestByCode(records);
      const rows = await createInstitutionReportStore(tx).saveOutlets([...newest.values()]);
      const written = new Set(rows.map(({ code }) => code));
      if (written.size > 0) {
        const change = {
          kind: "OUTLETS_REPORTED",
          institution,
          subjectId: null,
          accountId: null,
          orderId: null,
        };
        // Accounts show their outlet, but no answer that does is kept: there is nothing to be forgotten.
        await createOutboxStore(tx).addChanges([{ ...change, audiences: [claims.view], touched: [] }], at);
      }
      return records.map(record =>
        newest.get(record.code) === record && written.has(record.code)
          ? accepted(record.code)
          : duplicate(record.code),
      );
    },
  });
}

/** Of several records of one outlet in a report the newest counts. */
function newestByCode(records: readonly OutletRecord[]): ReadonlyMap<string, OutletRecord> {
  const newest = new Map<string, OutletRecord>();
  for (const record of records) {
    const known = newest.get(record.code);
    if (known === undefined || rank(known) < rank(record)) newest.set(record.code, record);
  }
  return newest;
}

/** Of two of the same moment the text decides, so that it does not matter which came first. */
function rank({ observedAt, name, region, agentCode, agentName }: OutletRecord): string {
  return JSON.stringify([observedAt.toISOString(), name, region, agentCode ?? "", agentName ?? ""]);
}
