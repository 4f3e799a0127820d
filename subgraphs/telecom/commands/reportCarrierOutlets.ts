import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { accepted, duplicate, type ItemVerdict } from "../../shared/reports/itemVerdict";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import { parseCode } from "../input/parseCode";
import { requirePast } from "../input/requirePast";
import type { OutletRecord } from "../store/tables/outletTable";
import type { TelecomContext } from "../telecomContext";
import type { OutletReport } from "../../shared/types/OutletReport";
import type { ReportOutletsInput } from "../../shared/types/ReportOutletsInput";
import { toChange } from "./change";
import { runCarrierReport } from "./runCarrierReport";
import type { TelecomTransaction } from "./telecomTransaction";

const MAX_NAME_LENGTH = 200;
/** GB/T 2260: province, city and county, two digits each. */
const REGION = /^\d{6}$/;

/** Takes in where lines are opened, and by whom: who opens the card is responsible (N20-3). */
export function reportCarrierOutlets(
  { requestId, institution, outlets }: ReportOutletsInput,
  context: TelecomContext,
): Promise<ReportOutcome> {
  return runCarrierReport(context, {
    carrier: institution,
    requestId,
    items: outlets,
    parse: outlet => parseOutlet(outlet, institution, context.clock()),
    store: (records, transaction) => storeOutlets(records, institution, transaction),
  });
}

function parseOutlet(outlet: OutletReport, institution: string, now: Date): OutletRecord {
  const { code, name, region, agentCode, agentName, observedAt } = outlet;
  if (!REGION.test(region)) throw new HubError("BAD_INPUT", "`region` is a division code of six digits.");
  if (agentName && !agentCode)
    throw new HubError("BAD_INPUT", "An agent has a code: `agentCode` is missing.");
  return {
    institution,
    code: parseCode("code", code),
    name: parseText("name", name, MAX_NAME_LENGTH),
    region,
    agentCode: agentCode ? parseCode("agentCode", agentCode) : null,
    agentName: agentName ? parseText("agentName", agentName, MAX_NAME_LENGTH) : null,
    observedAt: requirePast("observedAt", observedAt, now).toISOString(),
  };
}

async function storeOutlets(
  records: readonly OutletRecord[],
  carrier: string,
  { stores, at, tell }: TelecomTransaction,
): Promise<readonly ItemVerdict[]> {
  const latest = new Map<string, OutletRecord>();
  for (const record of records) {
    const other = latest.get(record.code);
    if (other === undefined || rank(other) < rank(record)) latest.set(record.code, record);
  }
  const taken = new Set(await stores.institutions.upsertOutlets([...latest.values()]));
  if (taken.size > 0) await tell([toChange({ kind: "OUTLETS_REPORTED", at, carrier })]);
  return records.map(record => {
    const isTaken = taken.has(record.code) && latest.get(record.code) === record;
    return isTaken ? accepted(record.code) : duplicate(record.code);
  });
}

/** Of two of the same moment the text decides, so that it does not matter which came first. */
function rank(record: OutletRecord): string {
  const { observedAt, name, region, agentCode, agentName } = record;
  return JSON.stringify([observedAt, name, region, agentCode ?? "", agentName ?? ""]);
}
