import type { ReportAbnormalCallsMutationVariables } from "../../../generated/operations";
import { plainDigits } from "../../parts/plainDigits";

export type CallReport = ReportAbnormalCallsMutationVariables["input"]["reports"] extends infer Reports
  ? Reports extends readonly (infer Report)[]
    ? Report
    : never
  : never;

/** What a carrier can observe; a police notice is raised by the police. */
export const CALL_KINDS = [
  "ILLEGAL_OUTBOUND",
  "HARASSING_CALLS",
  "ABNORMAL_FREQUENCY",
  "SPAM_SMS",
  "ILLEGAL_RESALE",
  "USER_COMPLAINTS",
  "FORGED_ID",
] as const;

/** The columns, in this order; the first row may name them, in any language. */
export const CALL_COLUMNS = [
  "number",
  "kind",
  "observedFrom",
  "observedTo",
  "callCount",
  "evidence",
] as const;

type Column = (typeof CALL_COLUMNS)[number];

/** What was understood of a pasted or dropped table, and which lines were not, by their number. */
export interface ReadCalls {
  readonly reports: readonly CallReport[];
  /** On which line of the table each report stands. */
  readonly lines: readonly number[];
  readonly faults: readonly { readonly line: number; readonly column: Column }[];
}

/** The word that a kind is shown by. */
type SayKind = (kind: CallReport["kind"]) => string;

/** Reads a table of abnormal calls, a report on each line. A kind stands there by its code or by its word in the page's language. */
export function readCalls(text: string, sayKind: SayKind): ReadCalls {
  const kinds = new Map<string, CallReport["kind"]>(
    CALL_KINDS.flatMap(kind => [[sayKind(kind), kind] as const, [kind, kind] as const]),
  );
  const kindOf: KindOf = said => kinds.get(said);
  const reports: CallReport[] = [];
  const lines: number[] = [];
  const faults: { line: number; column: Column }[] = [];
  rowsOf(text).forEach(({ line, cells }, index) => {
    if (index === 0 && isHeading(cells, kindOf)) return;
    const read = readCall(cells, kindOf);
    if (typeof read === "string") faults.push({ line, column: read });
    else {
      reports.push(read);
      lines.push(line);
    }
  });
  return { reports, lines, faults };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows that hold anything, each with the line it stands on; old spreadsheets end a line with CR alone. */
function rowsOf(text: string): Row[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((row, index) => ({ row, line: index + 1 }))
    .filter(({ row }) => row.trim() !== "")
    .map(({ row, line }) => ({ line, cells: cellsOf(row) }));
}

/** A word where the number would stand. With a kind beside it, or nothing at all in its place, it is a report at fault. */
function isHeading([numberText = "", kindText = ""]: readonly string[], kindOf: KindOf): boolean {
  return numberText !== "" && !/\d/.test(plainDigits(numberText)) && kindOf(kindText) === undefined;
}

type KindOf = (text: string) => CallReport["kind"] | undefined;

/** The largest number that the hub takes; above it the whole report would be refused, and no line of it named. */
const MOST_CALLS = 2_147_483_647;

/** A report, or the first column that is not right. */
function readCall(cells: readonly string[], kindOf: KindOf): CallReport | Column {
  const [numberText = "", kindText = "", fromText = "", toText = "", countText = "", evidence = ""] = cells;
  const number = plainDigits(numberText);
  const count = plainDigits(countText);
  const kind = kindOf(kindText);
  const observedFrom = readMoment(plainDigits(fromText));
  const observedTo = readMoment(plainDigits(toText));
  if (!/^\d{5,20}$/.test(number)) return "number";
  if (kind === undefined) return "kind";
  if (observedFrom === null) return "observedFrom";
  if (observedTo === null) return "observedTo";
  if (!/^\d*$/.test(count) || Number(count) > MOST_CALLS) return "callCount";
  // A comma in the last cell would cut off what was seen; U+FFFD stands where a character could not be read.
  if (cells.length > CALL_COLUMNS.length || evidence.includes("\uFFFD")) return "evidence";
  return {
    ...{ number, kind, observedFrom, observedTo },
    ...(count === "" ? {} : { callCount: Number(count) }),
    ...(evidence === "" ? {} : { evidence }),
  };
}

/** The cells of a line; one that holds a comma stands in quotation marks, as spreadsheets write it. */
function cellsOf(row: string): string[] {
  const cells = row.matchAll(/(?:^|[,\t])(?:"((?:[^"]|"")*)"|([^,\t]*))/g);
  return [...cells].map(([, quoted, plain = ""]) => (quoted?.replaceAll('""', '"') ?? plain).trim());
}

/** `2026-11-01 10:00`, with seconds and a zone or without; a spreadsheet also writes `2026/11/1 9:05`. */
const MOMENT =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})[T ](\d{1,2})(:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?$/;

/** Without a zone a time is China Standard Time, whatever the machine's own is. */
function readMoment(text: string): string | null {
  const [, year = "", , month = "", date = "", hour = "", rest = "", zone = "+08:00"] =
    MOMENT.exec(text) ?? [];
  const day = [year, ...[month, date].map(twoDigits)].join("-");
  const moment = new Date(`${day}T${twoDigits(hour)}${rest}${zone}`);
  return Number.isNaN(moment.getTime()) || !isDay(day) ? null : moment.toISOString();
}

function twoDigits(text: string): string {
  return text.padStart(2, "0");
}

/** 30 February would be read as 2 March. */
function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
