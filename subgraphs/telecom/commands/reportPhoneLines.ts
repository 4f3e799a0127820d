import type { ItemVerdict } from "../../shared/reports/itemVerdict";
import type { SubjectRecord } from "../../shared/subjects/subjectRecord";
import { toSubjectRecords } from "../../shared/subjects/toSubjectRecords";
import type { ReportOutcome } from "../../shared/types/ReportOutcome";
import { writePairKey } from "../pairKey";
import type { Holder } from "../reports/considerReport";
import { foldReports } from "../reports/foldReports";
import type { LineDraft, LineState } from "../reports/lineDraft";
import { parseLineReport } from "../reports/parseLineReport";
import { SEAL_CONTEXTS } from "../sealContexts";
import type { LinePlace } from "../store/linePlace";
import type { UndertakingRecord } from "../store/tables/undertakingTable";
import type { TelecomContext } from "../telecomContext";
import { LineStatus, UndertakingKind } from "../types/enums";
import type { ReportPhoneLinesInput } from "../types/ReportPhoneLinesInput";
import { holderKeys, toChange } from "./change";
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
  const holderOf = await readHolders(drafts, known, transaction);
  const { verdicts, changed, taken } = foldReports(drafts, known, holderOf);
  await stores.lineReports.releaseClaims(
    [...reported.keys()].filter(id => !known.has(id) && !changed.has(id)),
  );
  if (taken.length === 0) return verdicts;
  await stores.subjects.upsertSubjects(holderRecords(taken, transaction));
  const leftBehind = await stores.flags.flagIdsOnLines(placesLeft(known, changed));
  await stores.lineReports.writeLines(sealLines(changed, drafts, transaction), known);
  await stores.undertakings.upsertUndertakings(
    undertakingRecords(taken, id => (changed.get(id) ?? known.get(id))?.subjectId),
  );
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

/** What the rules ask of whoever holds a line: a person or a unit, and whether their document has been found forged. */
async function readHolders(
  drafts: readonly LineDraft[],
  known: ReadonlyMap<string, LineState>,
  { stores }: TelecomTransaction,
): Promise<(line: LineState) => Holder> {
  const kinds = new Map(drafts.flatMap(({ holder }) => (holder ? [[holder.id, holder.document.kind]] : [])));
  const activated = drafts.map(({ state }) => state).filter(({ status }) => status === LineStatus.ACTIVE);
  const reported = activated.map(({ id, subjectId }) => {
    const holder = kinds.has(subjectId) ? subjectId : (known.get(id)?.subjectId ?? subjectId);
    return { subjectId: holder, lineId: id };
  });
  const inService = [...known.values()].filter(({ status }) => status === LineStatus.ACTIVE);
  const places = [...reported, ...inService.map(({ subjectId, id }) => ({ subjectId, lineId: id }))];
  const unnamed = places.map(({ subjectId }) => subjectId).filter(subjectId => !kinds.has(subjectId));
  for (const { id, kind } of await stores.subjects.subjectsByIds(unnamed)) kinds.set(id, kind);
  const forged = new Map(
    (await stores.verifiedFlags.forgedLines(places)).map(({ subjectId, lineId, verifiedAt }) => [
      writePairKey(subjectId, lineId),
      verifiedAt.toISOString(),
    ]),
  );
  const done = await stores.lineChanges.stopsAndRestores(
    [...known.values()].map(({ subjectId, id }) => ({ subjectId, lineId: id })),
  );
  return ({ subjectId, id }) => ({
    kind: kinds.get(subjectId) ?? null,
    done: done
      .filter(({ lineId }) => lineId === id)
      .map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    forgedDocumentAt: forged.get(writePairKey(subjectId, id)) ?? null,
  });
}

function sealLines(
  changed: ReadonlyMap<string, LineState>,
  drafts: readonly LineDraft[],
  { keys }: TelecomTransaction,
): (LineState & { readonly sealedNumber: string })[] {
  const numbers = new Map(drafts.map(({ state, number }) => [state.id, number]));
  return [...changed].map(([id, line]) => ({
    ...line,
    sealedNumber: keys.sealer.seal(numbers.get(id) ?? "", SEAL_CONTEXTS.lineNumber(id)),
  }));
}

/** Whom the reports name, the late ones too: who held a line before is known as well. */
function holderRecords(taken: readonly LineDraft[], { keys }: TelecomTransaction): SubjectRecord[] {
  const sightings = taken.flatMap(({ holder, state }) =>
    holder === null ? [] : [{ ...holder, observedAt: new Date(state.observedAt) }],
  );
  return toSubjectRecords(sightings, keys, SEAL_CONTEXTS);
}

/** The pledges beside the risk notice, under whoever holds the line in the end; the latest of each kind. */
function undertakingRecords(
  taken: readonly LineDraft[],
  holderOf: (lineId: string) => string | undefined,
): UndertakingRecord[] {
  const latest = new Map<string, UndertakingRecord>();
  for (const { undertaking, state, holder } of taken) {
    if (undertaking === null || undertaking.kind === UndertakingKind.RISK_NOTICE || holder === null) continue;
    if (holderOf(state.id) !== holder.id) continue;
    const key = writePairKey(state.id, undertaking.kind);
    const other = latest.get(key);
    if (other !== undefined && other.acknowledgedAt > undertaking.acknowledgedAt) continue;
    latest.set(key, { subjectId: holder.id, lineId: state.id, ...undertaking });
  }
  return [...latest.values()];
}
