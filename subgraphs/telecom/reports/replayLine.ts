import { HubError } from "../../../schema/contract/errors";
import { LineStatus } from "../types/enums";
import { considerReport, type Holder, type ToldAs } from "./considerReport";
import { type LineClaim } from "./lineClaim";
import type { LineState } from "./lineDraft";
import { leave, type LinePast, NO_PAST } from "./linePast";
import { carryOut, type LineStops, NO_STOPS, stopsAfter, verify } from "./lineStops";
import { mergeNotice } from "./mergeLine";

/** What claims come to: the line, what it was before, and which of the claims say nothing. */
export interface Replayed {
  readonly line: LineState | null;
  readonly past: LinePast;
  /** What orders do to it in the end. */
  readonly stops: LineStops;
  /** By their marks: claims that cannot be true where those before them are. They change nothing, and may come to. */
  readonly refused: ReadonlyMap<string, HubError>;
  /** The marks of claims that say nothing new where they stand. */
  readonly idle: ReadonlySet<string>;
}

/**
 * Tells the story of a line, claim by claim in their order (`inStoryOrder`), each seen in the light of those before it.
 * What a line is, and was, follows from the set of its claims: not from which of them came first.
 */
export function replayLine(
  start: LineState | null,
  claims: readonly LineClaim[],
  holderOf: (line: LineState) => Holder,
  toldAs: (claim: LineClaim) => ToldAs,
): Replayed {
  let line = start;
  let past = NO_PAST;
  let stops = NO_STOPS;
  const refused = new Map<string, HubError>();
  const idle = new Set<string>();
  for (const claim of claims) {
    try {
      const next = follow({ line, stops }, claim, holderOf, toldAs(claim));
      if (next === null) idle.add(claim.mark);
      else {
        past = line === null ? past : leave(past, line, next.line);
        ({ line, stops } = next);
      }
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      refused.set(claim.mark, error);
    }
  }
  return { line, past, stops, refused, idle };
}

interface Told {
  readonly line: LineState | null;
  readonly stops: LineStops;
}

function follow(
  { line, stops }: Told,
  { origin, state, order }: LineClaim,
  holderOf: (line: LineState) => Holder,
  toldAs: ToldAs,
): { readonly line: LineState; readonly stops: LineStops } | null {
  if (origin === "REPORT" || origin === "FIRST") {
    const next = considerReport(line, state, holderOf, toldAs, stops);
    return next === null ? null : { line: next, stops: stopsAfter(line, next, stops) };
  }
  // What was done to a line under another holder or carrier, or to one that was closed by then, is not done to this one.
  const isThatLine = line?.subjectId === state.subjectId && line.carrier === state.carrier;
  if (!isThatLine || line.status === LineStatus.CLOSED) return null;
  if (origin === "NOTICE") return { line: mergeNotice(state, line), stops };
  return order === undefined ? verify(state, { line, stops }) : carryOut(order, state, { line, stops });
}
