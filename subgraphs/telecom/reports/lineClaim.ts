import { createHash } from "node:crypto";
import { isNobody } from "../nobody";
import { LineStatus } from "../types/enums";
import type { LineState } from "./lineDraft";
import type { DoneOrder } from "./lineStops";

/**
 * Something that was said of a line, or done to it. FIRST: the line's only row until something else was said of it,
 * which may be older than the claims. ACT: an order was carried out on the line, or it is as a verification has left it. NOTICE: its holder
 * has confirmed the risk notice, and of the line itself nothing is said.
 */
export interface LineClaim {
  /** Says the same of two claims only where they are one. */
  readonly mark: string;
  readonly origin: "REPORT" | "FIRST" | "ACT" | "NOTICE";
  readonly state: LineState;
  /** The order that an ACT carried out: what it makes of the line follows from what the line was until then. */
  readonly order?: DoneOrder;
}

/** A report as a claim; what was reported word for word before is the same claim. */
export function claimOf(state: LineState, origin: "REPORT" | "FIRST" = "REPORT"): LineClaim {
  const mark = createHash("sha256").update(orderOf(state)).digest("base64url");
  return { mark, origin, state };
}

/**
 * That a line's holder has confirmed the risk notice. It counts from when they did, whenever that is told, but not from
 * before anything was known of the line; the same confirmation is the same claim.
 */
export function claimOfNotice(
  line: LineState,
  notice: Pick<LineState, "riskNoticeVersion" | "riskNoticeDigest"> & { readonly riskNoticeAt: string },
): LineClaim {
  const observedAt = notice.riskNoticeAt > line.observedAt ? notice.riskNoticeAt : line.observedAt;
  const { subjectId, carrier } = line;
  const { riskNoticeVersion, riskNoticeDigest, riskNoticeAt } = notice;
  const said = JSON.stringify([subjectId, carrier, riskNoticeVersion, riskNoticeDigest, riskNoticeAt]);
  const mark = createHash("sha256").update(said).digest("base64url");
  return { mark, origin: "NOTICE", state: { ...line, ...notice, observedAt } };
}

/**
 * The order in which claims tell a line's story, whenever they came: by when they were seen. Of two reports of the same
 * moment their carrier decides, then their standing, then all else that they say, text by text; what was done to the
 * line comes after them, in the order in which it was done.
 */
export function inStoryOrder(claims: readonly LineClaim[]): LineClaim[] {
  return claims
    .map(claim => ({ claim, place: placeOf(claim) }))
    .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
    .map(({ claim }) => claim);
}

function placeOf({ mark, origin, state }: LineClaim): string {
  const isDone = origin === "ACT" || origin === "NOTICE";
  return isDone ? `${state.observedAt} ~${mark}` : orderOf(state);
}

/** Nothing comes after CLOSED nor before PENDING: taken the other way round, the later of the two would be refused. */
const PLACE: Partial<Readonly<Record<LineStatus, number>>> = {
  [LineStatus.PENDING]: 0,
  [LineStatus.CLOSED]: 2,
};
const PLACE_BETWEEN = 1;

function orderOf(line: LineState): string {
  const { observedAt, carrier, kind, status, registeredOn, activatedOn, lastUsedOn, closedOn } = line;
  const { outletCode, realNameMethod, onlineCheckPassed, photoReference } = line;
  const { riskNoticeVersion, riskNoticeDigest, riskNoticeAt } = line;
  const place = PLACE[status] ?? PLACE_BETWEEN;
  const holder = isNobody(line.subjectId) ? "" : line.subjectId;
  const days = [registeredOn, activatedOn, lastUsedOn, closedOn];
  const shown = [realNameMethod, onlineCheckPassed, photoReference];
  const notice = [riskNoticeVersion, riskNoticeDigest, riskNoticeAt];
  return `${observedAt} ${JSON.stringify([carrier, place, status, kind, ...days, outletCode, holder, shown, notice])}`;
}
