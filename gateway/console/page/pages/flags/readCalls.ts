import type { ReportAbnormalCallsMutationVariables } from "../../../generated/operations";

export type CallReport = ReportAbnormalCallsMutationVariables["input"]["reports"] extends infer Reports
  ? Reports extends readonly (infer Report)[]
    ? Report
    : never
  : never;

const KINDS = [
  "ILLEGAL_OUTBOUND",
  "HARASSING_CALLS",
  "ABNORMAL_FREQUENCY",
  "SPAM_SMS",
  "ILLEGAL_RESALE",
  "USER_COMPLAINTS",
  "FORGED_ID",
] as const;

/** The columns, in this order; the first line may name them. */
export const CALL_COLUMNS = [
  "number",
  "kind",
  "observedFrom",
  "observedTo",
  "callCount",
  "evidence",
] as const;

/** What of a pasted or dropped table was understood, and which lines were not, by their number. */
export function readCalls(text: string): {
  readonly reports: readonly CallReport[];
  readonly faults: readonly { readonly line: number; readonly column: string }[];
} {
  const reports: CallReport[] = [];
  const faults: { line: number; column: string }[] = [];
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .forEach((row, index) => {
      if (row.trim() === "" || (index === 0 && row.startsWith("number"))) return;
      const [number = "", kind = "", from = "", to = "", count = "", evidence = ""] = row
        .split(/[,\t]/)
        .map(cell => cell.trim());
      const known = KINDS.find(one => one === kind);
      const column = !/^\d{5,20}$/.test(number)
        ? "number"
        : known === undefined
          ? "kind"
          : [from, to].some(moment => Number.isNaN(Date.parse(moment)))
            ? "observedFrom"
            : count !== "" && !/^\d+$/.test(count)
              ? "callCount"
              : null;
      if (column !== null || known === undefined)
        return void faults.push({ line: index + 1, column: column ?? "kind" });
      reports.push({
        number,
        kind: known,
        observedFrom: new Date(from).toISOString(),
        observedTo: new Date(to).toISOString(),
        ...(count === "" ? {} : { callCount: Number(count) }),
        ...(evidence === "" ? {} : { evidence }),
      });
    });
  return { reports, faults };
}
