import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import { parseText } from "../../shared/parseText";
import { accepted, duplicate, rejected, type ItemVerdict } from "../../shared/reports/itemVerdict";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import { derivedId } from "../input/derivedId";
import { requirePast } from "../input/requirePast";
import { heldSince } from "../reports/heldSince";
import type { LineState } from "../reports/lineDraft";
import type { FlagRecord } from "../store/tables/flagTable";
import type { TelecomContext } from "../telecomContext";
import type { AbnormalCallReport } from "../types/AbnormalCallReport";
import { AbnormalFlagKind, FlagStatus } from "../types/enums";
import type { ReportAbnormalCallsInput } from "../types/ReportAbnormalCallsInput";
import { toChange, touchTogether } from "./change";
import { runCarrierReport } from "./runCarrierReport";
import type { TelecomTransaction } from "./telecomTransaction";

type FlagDraft = Omit<FlagRecord, "subjectId">;

// The same words for a line that is not there and for one of another carrier.
const NO_SUCH_LINE = new HubError(
  "NOT_FOUND",
  "There is no such line with this carrier: report the line first.",
);

/** Numbers are given out again: what a former holder did is not held against the next one. */
export const BEFORE_HOLDER = new HubError(
  "BAD_INPUT",
  "`observedTo` lies before the day since which the line's present holder has it: it was another's line then.",
);

/** Was the sighting over before whoever holds the line now was registered for it? */
export function isBeforeHolder(
  { observedTo }: Pick<FlagRecord, "observedTo">,
  line: Pick<LineState, "registeredOn" | "heldSince">,
): boolean {
  return chinaDay(new Date(observedTo)) < heldSince(line);
}

/** Raises flags on the carrier's own lines. The same sighting reported again is known already. */
export function reportAbnormalCalls(
  { requestId, carrier, reports }: ReportAbnormalCallsInput,
  context: TelecomContext,
): Promise<ReportOutcome> {
  return runCarrierReport(context, {
    carrier,
    requestId,
    items: reports,
    parse: report => parseReport(report, carrier, context),
    store: (drafts, transaction) => storeFlags(drafts, carrier, transaction),
  });
}

function parseReport(
  report: AbnormalCallReport,
  carrier: string,
  { keys, clock }: TelecomContext,
): FlagDraft {
  const { number, kind, evidence } = report;
  if (kind === AbnormalFlagKind.POLICE_NOTICE) {
    throw new HubError(
      "BAD_INPUT",
      "A police notice is raised by the police: report what you have seen yourself.",
    );
  }
  const now = clock();
  const lineId = keys.ids.lineId(parsePhoneNumber(number));
  const seen = parseSighting(report, now);
  return {
    id: derivedId("flag", carrier, lineId, kind, seen.observedFrom, seen.observedTo),
    lineId,
    carrier,
    kind,
    status: FlagStatus.REPORTED,
    ...seen,
    callCount: parseCount("callCount", report.callCount),
    complaintCount: parseCount("complaintCount", report.complaintCount),
    evidence: evidence === undefined || evidence === null ? null : parseText("evidence", evidence),
    reportedAt: now.toISOString(),
    verifiedBy: null,
    verifiedAt: null,
    note: null,
  };
}

/** From when to when something was seen. Throws BAD_INPUT for an end before the start, or in the future. */
export function parseSighting(
  { observedFrom, observedTo }: Pick<AbnormalCallReport, "observedFrom" | "observedTo">,
  now: Date,
): Pick<FlagRecord, "observedFrom" | "observedTo"> {
  requirePast("observedTo", observedTo, now);
  if (observedFrom > observedTo) throw new HubError("BAD_INPUT", "`observedFrom` comes after `observedTo`.");
  return { observedFrom: observedFrom.toISOString(), observedTo: observedTo.toISOString() };
}

function parseCount(field: string, count: number | null | undefined): number | null {
  if (count === undefined || count === null) return null;
  if (count < 0) throw new HubError("BAD_INPUT", `\`${field}\` is not negative.`);
  return count;
}

async function storeFlags(
  drafts: readonly FlagDraft[],
  carrier: string,
  { stores, at, tell }: TelecomTransaction,
): Promise<readonly ItemVerdict[]> {
  const known = await stores.lineReports.holdLines(drafts.map(({ lineId }) => lineId));
  const lines = new Map([...known].filter(([, line]) => line.carrier === carrier));
  const flags = drafts.flatMap(draft => {
    const line = lines.get(draft.lineId);
    return line === undefined || isBeforeHolder(draft, line) ? [] : [{ ...draft, subjectId: line.subjectId }];
  });
  const fresh = new Set(await stores.flags.insertFlags(flags));
  const added = new Map(flags.filter(flag => fresh.has(flag.id)).map(flag => [flag.id, flag]));
  const changes = [...added.values()].map(({ id, lineId, subjectId }) =>
    toChange({ kind: "FLAG_REPORTED", at, carrier, subjectId, lineId, flagId: id }),
  );
  await tell(touchTogether(changes));
  return drafts.map(draft => {
    const { id } = draft;
    const line = lines.get(draft.lineId);
    if (line === undefined) return rejected(NO_SUCH_LINE);
    if (isBeforeHolder(draft, line)) return rejected(BEFORE_HOLDER);
    // Told once: the second of two alike in one report is as known as one of an earlier report.
    return fresh.delete(id) ? accepted(id) : duplicate(id);
  });
}
