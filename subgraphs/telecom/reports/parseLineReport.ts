import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseIdentityDocument } from "../../../schema/contract/identityDocument";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import { parseText } from "../../shared/parseText";
import { requireToken } from "../../shared/subjects/requireToken";
import { parseCode } from "../input/parseCode";
import { parseNotice } from "../input/parseNotice";
import { requirePast } from "../input/requirePast";
import { nobodyOf } from "../nobody";
import type { TelecomContext } from "../telecomContext";
import { LineStatus, UndertakingKind } from "../types/enums";
import type { PhoneLineReport } from "../types/PhoneLineReport";
import type { HolderDraft, LineDraft, LineState } from "./lineDraft";

const MAX_NAME_LENGTH = 200;
const MAX_METHOD_LENGTH = 40;
const MAX_REFERENCE_LENGTH = 200;

/** A reported line by itself. Throws BAD_INPUT or INVALID_DOCUMENT with what is to be mended. */
export function parseLineReport(
  report: PhoneLineReport,
  carrier: string,
  { keys, clock }: Pick<TelecomContext, "keys" | "clock">,
): LineDraft {
  const now = clock();
  const number = parsePhoneNumber(report.number);
  const id = keys.ids.lineId(number);
  const observedAt = requirePast("observedAt", report.observedAt, now);
  const holder = parseHolder(report);
  const notice = report.riskNotice ? parseNotice(report.riskNotice, now) : null;
  const undertaking =
    notice === null
      ? null
      : {
          ...notice,
          kind: report.riskNotice?.kind ?? UndertakingKind.RISK_NOTICE,
          acknowledgedAt: notice.acknowledgedAt.toISOString(),
        };
  const riskNotice = undertaking?.kind === UndertakingKind.RISK_NOTICE ? undertaking : null;
  const state: LineState = {
    subjectId: holder === null ? nobodyOf(id) : holder.id,
    id,
    carrier,
    kind: report.kind,
    status: report.status,
    ...parseDays(report, chinaDay(observedAt)),
    heldSince: null,
    outletCode: report.outletCode ? parseCode("outletCode", report.outletCode) : null,
    ...parseEvidence(report),
    methodMark: null,
    checkMark: null,
    photoMark: null,
    riskNoticeVersion: riskNotice?.noticeVersion ?? null,
    riskNoticeDigest: riskNotice?.noticeDigest ?? null,
    riskNoticeAt: riskNotice?.acknowledgedAt ?? null,
    involvedOn: null,
    observedAt: observedAt.toISOString(),
  };
  return { state, number, holder, undertaking };
}

function parseHolder({ document, holderName, legalRepresentative }: PhoneLineReport): HolderDraft | null {
  if (!document) {
    if (!holderName && !legalRepresentative) return null;
    throw new HubError("BAD_INPUT", "A holder is named with their document: `document` is missing.");
  }
  const identity = parseIdentityDocument(document);
  if (legalRepresentative && identity.kind !== "UNIT")
    throw new HubError("BAD_INPUT", "Only a unit has a legal representative.");
  if (legalRepresentative && parseIdentityDocument(legalRepresentative).kind !== "PERSON")
    throw new HubError("BAD_INPUT", "A legal representative is a person.");
  return {
    id: requireToken(document),
    document: identity,
    name: holderName ? parseText("holderName", holderName, MAX_NAME_LENGTH) : null,
    legalRepresentativeId: legalRepresentative ? requireToken(legalRepresentative) : null,
  };
}

type Days = Pick<LineState, "registeredOn" | "activatedOn" | "lastUsedOn" | "closedOn">;

/** A line's days follow each other, and none of them lies after the day on which it was seen. */
function parseDays(report: PhoneLineReport, seenOn: string): Days {
  const { status, registeredOn, activatedOn = null, lastUsedOn = null, closedOn = null } = report;
  const days = { registeredOn, activatedOn, lastUsedOn, closedOn };
  for (const [field, day] of Object.entries(days)) {
    if (day === null) continue;
    if (day > seenOn) throw new HubError("BAD_INPUT", `\`${field}\` lies after the day of \`observedAt\`.`);
    if (day < registeredOn) throw new HubError("BAD_INPUT", `\`${field}\` lies before \`registeredOn\`.`);
  }
  if (closedOn !== null && status !== LineStatus.CLOSED)
    throw new HubError("BAD_INPUT", `A line with a \`closedOn\` is CLOSED, not ${status}.`);
  if (activatedOn !== null && status === LineStatus.PENDING)
    throw new HubError("BAD_INPUT", "A line with an `activatedOn` is not PENDING.");
  return days;
}

type Evidence = Pick<
  LineState,
  "realNameMethod" | "realNameVerifiedAt" | "onlineCheckPassed" | "photoReference" | "realNameResult"
>;

/** Evidence counts from the day of registration: a later verification is recorded as one, by its own command. */
function parseEvidence(report: PhoneLineReport): Evidence {
  const { registeredOn, realNameMethod, onlineCheckPassed = null, photoReference } = report;
  const method = realNameMethod ? parseText("realNameMethod", realNameMethod, MAX_METHOD_LENGTH) : null;
  const photo = photoReference ? parseText("photoReference", photoReference, MAX_REFERENCE_LENGTH) : null;
  const isThere = method !== null || onlineCheckPassed !== null || photo !== null;
  return {
    realNameMethod: method,
    realNameVerifiedAt: isThere ? new Date(`${registeredOn}T00:00:00+08:00`).toISOString() : null,
    onlineCheckPassed,
    photoReference: photo,
    realNameResult: onlineCheckPassed === null ? null : onlineCheckPassed ? "PASSED" : "FAILED",
  };
}
