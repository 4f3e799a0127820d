import { isNobody } from "../nobody";
import type { LineState } from "./lineDraft";

/**
 * What is known of a line once both are, the newer one deciding. A report says everything of the line's standing; its
 * holder, evidence and risk notice may have come with another report and stay, whichever came first.
 */
export function mergeLine(newer: LineState, older: LineState): LineState {
  return {
    ...newer,
    ...latestEvidence(newer, older),
    ...latestNotice(newer, older),
    subjectId: isNobody(newer.subjectId) ? older.subjectId : newer.subjectId,
    involvedOn: newer.involvedOn ?? older.involvedOn,
  };
}

type Evidence = Pick<
  LineState,
  "realNameMethod" | "realNameVerifiedAt" | "onlineCheckPassed" | "photoReference" | "realNameResult"
>;

function latestEvidence(one: LineState, other: LineState): Evidence {
  return pickLatest(evidenceOf(one), evidenceOf(other), evidence => evidence.realNameVerifiedAt);
}

function evidenceOf(line: LineState): Evidence {
  const { realNameMethod, realNameVerifiedAt, onlineCheckPassed, photoReference, realNameResult } = line;
  return { realNameMethod, realNameVerifiedAt, onlineCheckPassed, photoReference, realNameResult };
}

type Notice = Pick<LineState, "riskNoticeVersion" | "riskNoticeDigest" | "riskNoticeAt">;

function latestNotice(one: LineState, other: LineState): Notice {
  return pickLatest(noticeOf(one), noticeOf(other), notice => notice.riskNoticeAt);
}

function noticeOf({ riskNoticeVersion, riskNoticeDigest, riskNoticeAt }: LineState): Notice {
  return { riskNoticeVersion, riskNoticeDigest, riskNoticeAt };
}

// Of two of the same moment the text decides, so that it does not matter which of them came first.
function pickLatest<T>(one: T, other: T, momentOf: (value: T) => string | null): T {
  // The blank comes before every digit, so that what has no moment comes before what has one.
  const rank = (value: T): string => `${momentOf(value) ?? ""} ${JSON.stringify(value)}`;
  return rank(other) > rank(one) ? other : one;
}
