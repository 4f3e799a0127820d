import { reportAbnormalCalls } from "../../subgraphs/telecom/commands/reportAbnormalCalls";
import type { AbnormalCallReport } from "../../subgraphs/telecom/types/AbnormalCallReport";
import { AbnormalFlagKind } from "../../subgraphs/telecom/types/enums";
import type { Cells } from "./createCells";
import type { ImportKind } from "./importKind";
import { judgeRows } from "./judgeRows";
import { reportCarrierRows } from "./reportCarrierRows";

const REQUIRED = { isRequired: true } as const;
const OPTIONAL = { isRequired: false } as const;

/** Flags that carriers raise on their own lines, read by the rules of `reportAbnormalCalls`. */
export const flagsKind: ImportKind = {
  name: "flags",
  store: "telecom",
  columns: [
    { name: "carrier", ...REQUIRED, meaning: "code of the carrier" },
    { name: "number", ...REQUIRED, meaning: "of one of its lines" },
    { name: "kind", ...REQUIRED, meaning: Object.keys(AbnormalFlagKind).join(" | ") },
    { name: "observedFrom", ...REQUIRED, meaning: "a moment with its offset" },
    { name: "observedTo", ...REQUIRED, meaning: "a moment with its offset" },
    { name: "callCount", ...OPTIONAL, meaning: "calls that were counted" },
    { name: "complaintCount", ...OPTIONAL, meaning: "complaints that were counted" },
    { name: "evidence", ...OPTIONAL, meaning: "in words" },
  ],
  examples: [
    "C01,14100000001,ABNORMAL_FREQUENCY,2026-11-19T08:00:00+08:00,2026-11-19T09:00:00+08:00,420,,每分钟七次呼叫",
    "C01,14100000001,USER_COMPLAINTS,2026-11-18T00:00:00+08:00,2026-11-19T00:00:00+08:00,,12,",
  ].map(line => line.split(",")),
  createWriter({ keys }) {
    return (tx, rows, now) => {
      const parse = (row: Cells) => ({ carrier: row.text("carrier"), report: toReport(row) });
      return judgeRows(rows, parse, parsed =>
        reportCarrierRows(tx, parsed, { keys, now }, (carrier, requestId, reports, context) =>
          reportAbnormalCalls({ requestId, carrier, reports: [...reports] }, context),
        ),
      );
    };
  },
};

function toReport(row: Cells): AbnormalCallReport {
  return {
    number: row.text("number"),
    kind: row.choice("kind", AbnormalFlagKind),
    observedFrom: row.moment("observedFrom"),
    observedTo: row.moment("observedTo"),
    callCount: row.optionalCount("callCount"),
    complaintCount: row.optionalCount("complaintCount"),
    evidence: row.optionalText("evidence"),
  };
}
