import { sql, type Kysely } from "kysely";
import { RESTORE } from "../../shared/orders/planOrders";
import { recordset } from "../../shared/store/recordset";
import type { ConfirmedNotice } from "../input/parseNotice";
import { claimOf, claimOfNotice, type LineClaim } from "../reports/lineClaim";
import type { LineState } from "../reports/lineDraft";
import type { DoneOrder } from "../reports/lineStops";
import { LineStatus } from "../types/enums";
import { createLineReportStore } from "./lineReportStore";

/** Keeps all that was said of lines and done to them; belongs in a transaction that holds the lines. */
export interface LineClaimStore {
  /** Until when these lines were seen, by any of their claims. */
  seenUntil(lineIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All claims of lines that are known. */
  claimsOf(known: readonly LineState[]): Promise<ReadonlyMap<string, readonly LineClaim[]>>;
  /** Keeps what was said of lines, beside what their rows said until then. */
  keepClaims(
    claims: ReadonlyMap<string, readonly LineClaim[]>,
    known: ReadonlyMap<string, LineState>,
  ): Promise<void>;
  /** Keeps that a line's holder has confirmed the notice, before that is written. */
  keepNotice(lineId: string, notice: ConfirmedNotice): Promise<void>;
  /**
   * Does something to lines, as a verification does, and keeps what it made of them: from when it was done, but after
   * all that the line was known to be until it was told.
   */
  keepActs<T>(doneAt: ReadonlyMap<string, Date>, act: () => Promise<T>): Promise<T>;
  /** The same, of orders that were carried out, each by itself and in this order. */
  keepOrders(orders: readonly OrderOnLine[], follow: () => Promise<void>): Promise<void>;
}

/** An order that was carried out on a line of its holder's, and when. */
export interface OrderOnLine extends DoneOrder {
  readonly subjectId: string;
  readonly lineId: string;
  readonly carrier: string;
  readonly doneAt: string;
}

interface ClaimRow extends Omit<LineClaim, "state" | "order"> {
  readonly lineId: string;
  readonly state: Partial<LineState>;
  readonly order: DoneOrder | null;
}

const CLAIM = { lineId: "text", mark: "text", origin: "text", state: "jsonb", order: "jsonb" };

/** The claims of one transaction. */
export function createLineClaimStore(db: Kysely<unknown>): LineClaimStore {
  const reports = createLineReportStore(db);
  const store: LineClaimStore = {
    async seenUntil(lineIds) {
      if (lineIds.length === 0) return new Map();
      const { rows } = await sql<{ id: string; at: Date }>`/* LineClaimStore.seenUntil */
        select id, observed_at as at from telecom.line_directory where id = any(${lineIds}::text[])`.execute(
        db,
      );
      return new Map(rows.map(({ id, at }) => [id, at.toISOString()]));
    },

    async claimsOf(known) {
      if (known.length === 0) return new Map();
      const { rows } = await sql<ClaimRow>`/* LineClaimStore.claimsOf */
        select line_id as "lineId", mark, origin, state, by_order as "order" from telecom.line_claim
        where line_id = any(${known.map(({ id }) => id)}::text[])`.execute(db);
      const claims = new Map<string, LineClaim[]>(known.map(({ id }) => [id, []]));
      for (const { lineId, state, order, ...rest } of rows)
        claims.get(lineId)?.push({
          ...rest,
          state: { ...NOTHING, ...state } as LineState,
          ...(order === null ? {} : { order }),
        });
      // Of a line without claims its row says what one report has said.
      for (const line of known) {
        const own = claims.get(line.id);
        if (own?.length === 0) own.push(claimOf(line, "FIRST"));
      }
      return claims;
    },

    async keepClaims(claims, known) {
      if (claims.size === 0) return;
      const ids = [...claims.keys()];
      const claimed = await withClaims(
        db,
        ids.filter(id => known.has(id)),
      );
      const rows = ids.flatMap(id => {
        const row = known.get(id);
        const own = claims.get(id) ?? [];
        if (row === undefined) return own.length > 1 ? own.map(claim => toRow(id, claim)) : [];
        const first = claimed.has(id) ? [] : [claimOf(row, "FIRST")];
        return [...first, ...own].map(claim => toRow(id, claim));
      });
      await insertClaims(db, rows);
      await seeUntil(
        db,
        rows.map(({ lineId: id, state }) => ({ id, at: state.observedAt ?? "" })),
      );
    },

    async keepNotice(lineId, { noticeVersion, noticeDigest, acknowledgedAt }) {
      const line = (await reports.lockLines([lineId])).get(lineId);
      if (line === undefined) return;
      const claim = claimOfNotice(line, {
        riskNoticeVersion: noticeVersion,
        riskNoticeDigest: noticeDigest,
        riskNoticeAt: acknowledgedAt.toISOString(),
      });
      await store.keepClaims(new Map([[lineId, [claim]]]), new Map([[lineId, line]]));
    },

    async keepActs(doneAt, act) {
      const lineIds = [...doneAt.keys()];
      const before = await reports.lockLines(lineIds);
      const result = await act();
      const after = [...(await reports.lockLines(lineIds)).values()].filter(
        line => JSON.stringify(line) !== JSON.stringify(before.get(line.id)),
      );
      await insertActs(
        db,
        after.map(line => ({ line, at: doneAt.get(line.id)?.toISOString() ?? "" })),
        before,
      );
      return result;
    },

    async keepOrders(orders, follow) {
      const lineIds = [...new Set(orders.map(({ lineId }) => lineId))];
      const before = await reports.lockLines(lineIds);
      await follow();
      const lines = await reports.lockLines(lineIds);
      const acts = orders.flatMap(({ subjectId, lineId, carrier, doneAt: at, ...order }) => {
        const line = lines.get(lineId);
        const isThatLine = line?.subjectId === subjectId && line.status !== LineStatus.CLOSED;
        // What was stopped elsewhere is not stopped by whoever has the line now; restored it is, wherever it was stopped.
        return isThatLine && (line.carrier === carrier || order.kind === RESTORE)
          ? [{ line, at, order }]
          : [];
      });
      await insertActs(db, acts, before);
    },
  };
  return store;
}

interface Act {
  readonly line: LineState;
  readonly at: string;
  readonly order?: DoneOrder;
}

/** Keeps acts in their order, after all that their lines were known to be (`before`) until then. */
async function insertActs(
  db: Kysely<unknown>,
  acts: readonly Act[],
  before: ReadonlyMap<string, LineState>,
): Promise<void> {
  const ids = [...new Set(acts.map(({ line }) => line.id))];
  const claimed = await withClaims(db, ids);
  const lastDone = new Map(await lastActs(db, ids));
  const turns = new Map(ids.map(id => [id, claimed.get(id) ?? 1]));
  const rows: ClaimRow[] = [];
  for (const [id, line] of before)
    if (ids.includes(id) && !claimed.has(id)) rows.push(toRow(id, claimOf(line, "FIRST")));
  for (const { line, at, order } of acts) {
    const moment =
      [at, before.get(line.id)?.observedAt ?? "", lastDone.get(line.id) ?? ""].sort().at(-1) ?? at;
    lastDone.set(line.id, moment);
    const place = turns.get(line.id) ?? 0;
    turns.set(line.id, place + 1);
    const turn = String(place).padStart(TURN_DIGITS, "0");
    const state = { ...line, observedAt: moment };
    rows.push(toRow(line.id, { mark: `${moment} ${turn}`, origin: "ACT", state, ...(order && { order }) }));
  }
  await insertClaims(db, rows);
  await seeUntil(
    db,
    acts.map(({ line: { id } }) => ({ id, at: lastDone.get(id) ?? "" })),
  );
}

/** Acts of one moment sort by how many claims there were before them. */
const TURN_DIGITS = 9;

/** How many claims are kept of lines; of those that have any. */
async function withClaims(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; claims: number }>`/* LineClaimStore.withClaims */
    select line_id as id, count(*)::integer as claims from telecom.line_claim
    where line_id = any(${ids}::text[]) group by line_id`.execute(db);
  return new Map(rows.map(({ id, claims }) => [id, claims]));
}

/** When something was last done to lines. */
async function lastActs(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; at: string }>`/* LineClaimStore.lastActs */
    select line_id as id, max(state ->> 'observedAt') as at from telecom.line_claim
    where line_id = any(${ids}::text[]) and origin = 'ACT' group by line_id`.execute(db);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

async function insertClaims(db: Kysely<unknown>, rows: readonly ClaimRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* LineClaimStore.insertClaims */
    insert into telecom.line_claim (line_id, mark, origin, state, by_order)
    select r."lineId", r.mark, r.origin, r.state, r."order" from ${recordset(rows, CLAIM)}
    order by r."lineId", r.mark on conflict (line_id, mark) do nothing`.execute(db);
}

/** What comes later and was seen before that is late. */
async function seeUntil(
  db: Kysely<unknown>,
  seen: readonly { readonly id: string; readonly at: string }[],
): Promise<void> {
  if (seen.length === 0) return;
  const last = new Map<string, string>();
  for (const { id, at } of seen) if (at > (last.get(id) ?? "")) last.set(id, at);
  const rows = [...last].map(([id, at]) => ({ id, at }));
  await sql`/* LineClaimStore.seeUntil */
    update telecom.line_directory d set observed_at = r.at
    from ${recordset(rows, { id: "text", at: "timestamptz" })} where d.id = r.id and d.observed_at < r.at`.execute(
    db,
  );
}

/** What is null is left out: most of a line is. */
function toRow(lineId: string, { mark, origin, state, order }: LineClaim): ClaimRow {
  const said = Object.entries(state).filter(([, value]) => value !== null);
  return { lineId, mark, origin, state: Object.fromEntries(said), order: order ?? null };
}

const NOTHING: Partial<Record<keyof LineState, null>> = {
  heldSince: null,
  activatedOn: null,
  lastUsedOn: null,
  closedOn: null,
  outletCode: null,
  realNameMethod: null,
  realNameVerifiedAt: null,
  onlineCheckPassed: null,
  photoReference: null,
  realNameResult: null,
  methodMark: null,
  checkMark: null,
  photoMark: null,
  riskNoticeVersion: null,
  riskNoticeDigest: null,
  riskNoticeAt: null,
  involvedOn: null,
};
