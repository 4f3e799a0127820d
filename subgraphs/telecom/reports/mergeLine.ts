import { chinaDay } from "../../../schema/contract/calendar";
import { isNobody } from "../nobody";
import type { LineState } from "./lineDraft";

/**
 * What is known of a line once both are, the newer one deciding. A report says everything of the line's standing; its
 * holder, evidence and risk notice may have come with another report and stay, whichever came first.
 */
export function mergeLine(newer: LineState, older: LineState): LineState {
  return {
    ...newer,
    ...mergeEvidence(newer, older),
    ...latestNotice(newer, older),
    subjectId: isNobody(newer.subjectId) ? older.subjectId : newer.subjectId,
    // That it was put into service once is not undone by a report that does not say so.
    activatedOn: newer.activatedOn ?? older.activatedOn,
    involvedOn: newer.involvedOn ?? older.involvedOn,
    heldSince: newer.heldSince ?? older.heldSince,
  };
}

/** A line that was changed by what was done to it: its state, what was shown, and what was confirmed. */
export function mergeDone(done: LineState, line: LineState): LineState {
  const { status, observedAt } = done;
  return {
    ...line,
    ...mergeEvidence(done, line),
    ...latestNotice(done, line),
    status,
    observedAt: observedAt > line.observedAt ? observedAt : line.observedAt,
  };
}

/** A line whose holder has confirmed the notice; the one confirmed last stands. */
export function mergeNotice(confirmed: LineState, line: LineState): LineState {
  return { ...line, ...latestNotice(confirmed, line) };
}

type Method = Pick<LineState, "realNameMethod" | "methodMark">;
type Check = Pick<LineState, "onlineCheckPassed" | "realNameResult" | "checkMark">;
type Photo = Pick<LineState, "photoReference" | "photoMark">;
type Verified = Pick<LineState, "realNameVerifiedAt">;

/** Each kind of evidence by itself: a report that lacks one takes nothing from what another has shown. */
function mergeEvidence(one: LineState, other: LineState): Method & Check & Photo & Verified {
  return {
    ...pickLatest(methodOf(one), methodOf(other), method => method.methodMark),
    ...pickLatest(checkOf(one), checkOf(other), check => check.checkMark),
    ...pickLatest(photoOf(one), photoOf(other), photo => photo.photoMark),
    // Of the day is whatever was shown last.
    realNameVerifiedAt: pickLatest(verifiedOf(one), verifiedOf(other), verified => verified.mark)
      .realNameVerifiedAt,
  };
}

function methodOf(line: LineState): Method {
  const { realNameMethod } = line;
  return { realNameMethod, methodMark: realNameMethod === null ? null : (line.methodMark ?? markOf(line)) };
}

function checkOf(line: LineState): Check {
  const { onlineCheckPassed, realNameResult } = line;
  const checkMark = onlineCheckPassed === null ? null : (line.checkMark ?? markOf(line));
  return { onlineCheckPassed, realNameResult, checkMark };
}

function photoOf(line: LineState): Photo {
  const { photoReference } = line;
  return { photoReference, photoMark: photoReference === null ? null : (line.photoMark ?? markOf(line)) };
}

function verifiedOf(line: LineState): Verified & { readonly mark: string | null } {
  const marks = [methodOf(line).methodMark, checkOf(line).checkMark, photoOf(line).photoMark];
  const mark = marks.reduce((last, one) => ((one ?? "") > (last ?? "") ? one : last));
  return { realNameVerifiedAt: line.realNameVerifiedAt, mark };
}

const VERIFIED_AGAIN = "verified again ";

/**
 * How evidence ranks that came with the line as it stands: by when it was seen. A verification after the registration
 * is no report's to undo: letters come after every digit.
 */
function markOf({ realNameVerifiedAt, registeredOn, observedAt }: LineState): string {
  const isVerifiedAgain =
    realNameVerifiedAt !== null && chinaDay(new Date(realNameVerifiedAt)) > registeredOn;
  return isVerifiedAgain ? VERIFIED_AGAIN + realNameVerifiedAt : observedAt;
}

type Notice = Pick<LineState, "riskNoticeVersion" | "riskNoticeDigest" | "riskNoticeAt">;

function latestNotice(one: LineState, other: LineState): Notice {
  return pickLatest(noticeOf(one), noticeOf(other), notice => notice.riskNoticeAt);
}

function noticeOf(line: LineState): Notice {
  const { riskNoticeVersion, riskNoticeDigest, riskNoticeAt } = line;
  return { riskNoticeVersion, riskNoticeDigest, riskNoticeAt };
}

// Of two of the same moment the text decides, so that it does not matter which of them came first.
function pickLatest<T>(one: T, other: T, momentOf: (value: T) => string | null): T {
  // The blank comes before every digit, so that what has no moment comes before what has one.
  const rank = (value: T): string => `${momentOf(value) ?? ""} ${JSON.stringify(value)}`;
  return rank(other) > rank(one) ? other : one;
}
