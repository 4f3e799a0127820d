import type { ItemVerdict } from "../../shared/reports/itemVerdict";
import type { SubjectRecord } from "../../shared/subjects/subjectRecord";
import { toSubjectRecords } from "../../shared/subjects/toSubjectRecords";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import { writePairKey } from "../pairKey";
import type { Holder } from "../reports/considerReport";
import { foldReports, needsStory, type ChangedLine, type KnownLines } from "../reports/foldReports";
import type { LineDraft, LineState } from "../reports/lineDraft";
import { parseLineReport } from "../reports/parseLineReport";
import { SEAL_CONTEXTS } from "../sealContexts";
import type { LinePlace } from "../store/linePlace";
import type { WrittenLine } from "../store/lineReportStore";
import type { UndertakingRecord } from "../store/tables/undertakingTable";
import type { TelecomContext } from "../telecomContext";
import { UndertakingKind } from "../types/enums";
import type { ReportPhoneLinesInput } from "../types/ReportPhoneLinesInput";
import { holderKeys, toChange } from "./change";
import { readHolders } from "../readHolders";
import { runCarrierReport } from "./runCarrierReport";
import type { TelecomTransaction } from "./telecomTransaction";

/** Takes in what a carrier says of its lines; what is older than what is known changes no line's standing. */
export function reportPhoneLines(
  { requestId, carrier, lines }: ReportPhoneLinesInput,
  context: TelecomContext,
): Promise<ReportOutcome> {
  return runCarrierReport(context, {
    carrier,
    requestId,
    items: lines,
    parse: line => parseLineReport(line, carrier, context),
    store: (drafts, transaction) => storeLines(drafts, carrier, transaction),
  });
}

async function storeLines(
  drafts: readonly LineDraft[],
  carrier: string,
  transaction: TelecomTransaction,
): Promise<readonly ItemVerdict[]> {
  const { stores, at, tell } = transaction;
  const reported = new Map(drafts.map(({ state }) => [state.id, state]));
  const known = await stores.lineReports.claimLines([...reported.values()]);
  const story = await readStories(drafts, known, transaction);
  const holderOf = await holdersOf(drafts, story, transaction);
  const { verdicts, changed: changes, claims, taken } = foldReports(drafts, story, holderOf);
  const changed = new Map([...changes].map(([id, { line }]) => [id, line]));
  await stores.lineReports.releaseClaims(
    [...reported.keys()].filter(id => !known.has(id) && !changed.has(id)),
  );
  if (taken.length === 0) return verdicts;
  await stores.subjects.upsertSubjects(holderRecords(taken, transaction));
  const leftBehind = await stores.flags.flagIdsOnLines(placesLeft(known, changed));
  await stores.lineClaims.keepClaims(claims, known);
  await stores.lineReports.writeLines(sealLines(changes, drafts, transaction), known);
  await stores.measureTargets.markInvolved(passedOn(known, changed));
  await stores.undertakings.upsertUndertakings(undertakingRecords(taken));
  const before = [...changed.keys()].flatMap(id => known.get(id)?.subjectId ?? []);
  const named = taken.flatMap(({ holder }) => (holder?.name ? [holder.id] : []));
  const holders = new Set([...before, ...named, ...[...changed.values()].map(line => line.subjectId)]);
  const touched = [
    ...[...changed.keys()].map(id => `PhoneLine:${id}` as const),
    ...[...holders].flatMap(holderKeys),
    ...leftBehind.map(id => `AbnormalFlag:${id}` as const),
  ];
  await tell([toChange({ kind: "LINES_REPORTED", at, carrier, touched })]);
  return verdicts;
}

/** Lines that have gone to another holder or carrier: who held or kept them sees no flag of theirs any more. */
function placesLeft(
  known: ReadonlyMap<string, LineState>,
  changed: ReadonlyMap<string, LineState>,
): LinePlace[] {
  return [...changed].flatMap(([lineId, { subjectId, carrier }]) => {
    const before = known.get(lineId);
    const isLeft = before !== undefined && (before.subjectId !== subjectId || before.carrier !== carrier);
    return isLeft ? [{ subjectId: before.subjectId, lineId }] : [];
  });
}

/** Lines that have come to another holder, in whose hands one may have been used in a case before. */
function passedOn(known: ReadonlyMap<string, LineState>, changed: ReadonlyMap<string, LineState>): string[] {
  return [...changed].flatMap(([id, { subjectId }]) => {
    const before = known.get(id);
    return before === undefined || before.subjectId === subjectId ? [] : [id];
  });
}

/** What is known of lines, with their whole story where a report is late or has the line come to another. */
async function readStories(
  drafts: readonly LineDraft[],
  lines: ReadonlyMap<string, LineState>,
  { stores }: TelecomTransaction,
): Promise<KnownLines> {
  const seenUntil = await stores.lineClaims.seenUntil([...lines.keys()]);
  const retold = new Map<string, LineState>();
  for (const { state } of drafts) {
    const line = lines.get(state.id);
    if (line !== undefined && needsStory(line, seenUntil.get(line.id) ?? line.observedAt, state))
      retold.set(line.id, line);
  }
  return { lines, claims: await stores.lineClaims.claimsOf([...retold.values()]) };
}

/** What the rules ask of whoever holds a line, or has held it by what is told of it. */
function holdersOf(
  drafts: readonly LineDraft[],
  { lines, claims }: KnownLines,
  { stores }: TelecomTransaction,
): Promise<(line: LineState) => Holder> {
  const kinds = new Map(drafts.flatMap(({ holder }) => (holder ? [[holder.id, holder.document.kind]] : [])));
  const told = [...[...claims.values()].flat(), ...drafts].map(({ state }) => state);
  // Of a line that is new nothing has been found, nor has anything been done to it.
  return readHolders([...lines.values(), ...told.filter(({ id }) => lines.has(id))], kinds, stores);
}

function sealLines(
  changes: ReadonlyMap<string, ChangedLine>,
  drafts: readonly LineDraft[],
  { keys }: TelecomTransaction,
): WrittenLine[] {
  const numbers = new Map(drafts.map(({ state, number }) => [state.id, number]));
  return [...changes].map(([id, { line, before, past }]) => {
    const sealedNumber = keys.sealer.seal(numbers.get(id) ?? "", SEAL_CONTEXTS.lineNumber(id));
    return { record: { ...line, sealedNumber }, before, past };
  });
}

/** Whom the reports name, the late ones too: who held a line before is known as well. */
function holderRecords(taken: readonly LineDraft[], { keys }: TelecomTransaction): SubjectRecord[] {
  const sightings = taken.flatMap(({ holder, state }) =>
    holder === null ? [] : [{ ...holder, observedAt: new Date(state.observedAt) }],
  );
  return toSubjectRecords(sightings, keys, SEAL_CONTEXTS);
}

/** The pledges beside the risk notice, each under whoever gave it, the line may be another's by now; the latest of each kind. */
function undertakingRecords(taken: readonly LineDraft[]): UndertakingRecord[] {
  const latest = new Map<string, UndertakingRecord>();
  for (const { undertaking, state, holder } of taken) {
    if (undertaking === null || undertaking.kind === UndertakingKind.RISK_NOTICE || holder === null) continue;
    const key = writePairKey(writePairKey(holder.id, state.id), undertaking.kind);
    const other = latest.get(key);
    if (other !== undefined && textOf(other) > textOf(undertaking)) continue;
    latest.set(key, { subjectId: holder.id, lineId: state.id, ...undertaking });
  }
  return [...latest.values()];
}

function textOf(undertaking: Omit<UndertakingRecord, "subjectId" | "lineId">): string {
  const { acknowledgedAt, noticeVersion, noticeDigest } = undertaking;
  return JSON.stringify([acknowledgedAt, noticeVersion, noticeDigest]);
}
