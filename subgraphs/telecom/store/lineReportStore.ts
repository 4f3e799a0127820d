import { sql, type Kysely, type RawBuilder } from "kysely";
import { addOrderReviews } from "../../shared/orders/reviewStore";
import { recordset } from "../../shared/store/recordset";
import { isNobody } from "../nobody";
import type { LineState } from "../reports/lineDraft";
import { leave, type LinePast, NO_PAST } from "../reports/linePast";
import { shortenFormer, writePasts } from "./linePastStore";
import { columnNames, columnsOf, insertRows, replaceOnConflict, rowsOf, type Table } from "./table";
import { FLAG } from "./tables/flagTable";
import { LINE_DIRECTORY, type LineLocation } from "./tables/lineDirectoryTable";
import { LINE_ORDER } from "./tables/lineOrderTable";
import { LINE, type LineRecord } from "./tables/lineTable";

/** What is known of lines, by their ids. */
type KnownLines = ReadonlyMap<string, LineState>;

/** Takes in what carriers report of their lines; belongs in a transaction. */
export interface LineReportStore {
  /** What is known of these lines, held until the transaction ends: nobody else changes them meanwhile. */
  lockLines(ids: readonly string[]): Promise<KnownLines>;
  /** The same, and whoever enters a new line first holds it: a second report of it waits, and then knows the first. */
  claimLines(lines: readonly LineLocation[]): Promise<KnownLines>;
  /** As `lockLines`, but several may hold a line at once, to say something of it as it is; whoever changes it waits. */
  holdLines(ids: readonly string[]): Promise<KnownLines>;
  /** Gives claims on new lines up that came to nothing. */
  releaseClaims(ids: readonly string[]): Promise<void>;
  /** Stores lines that are claimed as they stand now, one row a line, and what they were before. */
  writeLines(lines: readonly WrittenLine[], known: KnownLines): Promise<void>;
  /**
   * Claims and stores a batch and answers the ids that were taken: what was observed earlier than what is already
   * known is left aside.
   */
  upsertLines(lines: readonly LineRecord[]): Promise<ReadonlySet<string>>;
}

/** A line as it stands now, and what of its past is so no more, and what is so now. */
export interface WrittenLine {
  readonly record: LineRecord;
  readonly before: LinePast;
  readonly past: LinePast;
}

/** A line that has come to another holder. */
interface Move {
  readonly lineId: string;
  readonly from: string;
  readonly to: string;
}

/** The line reports of one transaction. */
export function createLineReportStore(db: Kysely<unknown>): LineReportStore {
  const store: LineReportStore = {
    lockLines: ids => lockLines(db, ids, "update"),
    holdLines: ids => lockLines(db, ids, "share"),

    async claimLines(lines) {
      if (lines.length === 0) return new Map();
      // The directory decides: its one row a line is where two reports of the same line meet and wait.
      const { rows } = await sql<{ id: string }>`/* LineReportStore.claimLines */
        ${insertRows(LINE_DIRECTORY, lines)} on conflict (id) do nothing returning id`.execute(db);
      const claimed = new Set(rows.map(row => row.id));
      const others = lines.map(({ id }) => id).filter(id => !claimed.has(id));
      return others.length === 0 ? new Map() : lockLines(db, others, "update");
    },

    async releaseClaims(ids) {
      if (ids.length === 0) return;
      await sql`/* LineReportStore.releaseClaims */
        delete from telecom.line_directory where id = any(${ids}::text[])`.execute(db);
    },

    async writeLines(written, known) {
      if (written.length === 0) return;
      const lines = written.map(({ record }) => record);
      await updateLocations(db, lines.map(toLocation));
      await writePasts(db, written);
      await shortenFormer(db, lines);
      await moveLines(
        db,
        lines.flatMap(({ id, subjectId }) => {
          const from = known.get(id)?.subjectId ?? subjectId;
          return from === subjectId ? [] : [{ lineId: id, from, to: subjectId }];
        }),
      );
      await sql`/* LineReportStore.writeLines */ ${insertRows(LINE, lines)} ${replaceOnConflict(LINE)}`.execute(
        db,
      );
      // Also whoever held one before: what was ordered of it is theirs no more.
      const holders = lines.flatMap(({ id, subjectId }) => [
        subjectId,
        known.get(id)?.subjectId ?? subjectId,
      ]);
      await addOrderReviews(db, "telecom", [...new Set(holders)]);
    },

    async upsertLines(lines) {
      const latest = latestOfEach(lines);
      const known = await store.claimLines(latest.map(toLocation));
      const taken = latest.filter(({ id, observedAt }) => {
        const before = known.get(id);
        return before === undefined || Date.parse(before.observedAt) <= Date.parse(observedAt);
      });
      await store.writeLines(
        taken.map(record => ({ record, before: NO_PAST, past: pastOf(record, known.get(record.id)) })),
        known,
      );
      return new Set(taken.map(({ id }) => id));
    },
  };
  return store;
}

function pastOf(line: LineRecord, before: LineState | undefined): LinePast {
  return before === undefined ? NO_PAST : leave(NO_PAST, before, line);
}

async function lockLines(
  db: Kysely<unknown>,
  ids: readonly string[],
  lock: "update" | "share",
): Promise<KnownLines> {
  const located = await sql<{ subjectId: string }>`/* LineReportStore.lockLines: directory */
    select subject_id as "subjectId" from telecom.line_directory
    where id = any(${[...new Set(ids)]}::text[]) order by id for ${sql.raw(lock)}`.execute(db);
  if (located.rows.length === 0) return new Map();
  const { rows } = await sql<StoredLine>`/* LineReportStore.lockLines */
    select ${columnsOf(LINE, "l")} from telecom.line l
    where l.subject_id = any(${[...new Set(located.rows.map(row => row.subjectId))]}::text[])
      and l.id = any(${[...new Set(ids)]}::text[])`.execute(db);
  return new Map(rows.map(row => [row.id, toState(row)]));
}

const MOMENTS = ["observedAt", "realNameVerifiedAt", "riskNoticeAt"] as const;
type MomentOfLine = (typeof MOMENTS)[number];

/** A line as the driver reads it: its moments are dates. */
type StoredLine = Omit<LineState, MomentOfLine> &
  Readonly<Record<MomentOfLine, Date | null>> & { readonly sealedNumber: string };

function toState({ sealedNumber: _, ...line }: StoredLine): LineState {
  const moments = MOMENTS.map(name => [name, line[name]?.toISOString() ?? null]);
  return { ...line, ...(Object.fromEntries(moments) as Pick<LineState, MomentOfLine>) };
}

/** A batch may name a line twice: the one observed last stands. */
function latestOfEach(lines: readonly LineRecord[]): LineRecord[] {
  const latest = new Map<string, LineRecord>();
  for (const line of lines) {
    const other = latest.get(line.id);
    if (other === undefined || Date.parse(other.observedAt) <= Date.parse(line.observedAt))
      latest.set(line.id, line);
  }
  return [...latest.values()];
}

/** Where a line stands. */
function toLocation({ id, subjectId, carrier, observedAt }: LineRecord): LineLocation {
  return { id, subjectId, carrier, observedAt };
}

async function updateLocations(db: Kysely<unknown>, locations: readonly LineLocation[]): Promise<void> {
  await sql`/* LineReportStore.updateLocations */
    update telecom.line_directory d
    set subject_id = r."subjectId", carrier = r.carrier, observed_at = greatest(d.observed_at, r."observedAt")
    from ${rowsOf(LINE_DIRECTORY, locations)}
    where d.id = r.id and ((d.subject_id, d.carrier) is distinct from (r."subjectId", r.carrier)
      or d.observed_at < r."observedAt")`.execute(db);
}

async function moveLines(db: Kysely<unknown>, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`/* LineReportStore.moveLines */
    delete from telecom.line l using ${movesOf(moves)} where l.subject_id = r."from" and l.id = r."lineId"`.execute(
    db,
  );
  const registered = moves.filter(move => isNobody(move.from));
  if (registered.length === 0) return;
  // Kept beside a flag or an order, and never part of an answer.
  await takeAlong(db, FLAG, "telecom.flag_directory", registered, ["stood_from", "ended_at"]);
  await takeAlong(db, LINE_ORDER, "telecom.order_directory", registered, ["reference", "status_before"]);
}

/**
 * Flags and orders stay with whoever held the line when they were made, so that a recycled number comes
 * clean; only when nobody was registered do they follow it to whoever has registered now. A sharded table
 * does not let a row change its shard by an update: it is put in anew and taken out.
 */
async function takeAlong<Row extends { subjectId: string }>(
  db: Kysely<unknown>,
  table: Table<Row>,
  directory: string,
  moves: readonly Move[],
  unread: readonly string[],
): Promise<void> {
  const name = sql.raw(table.name);
  const names = sql.raw(
    [...columnNames(table), ...unread].filter(column => column !== "subject_id").join(", "),
  );
  // What is written is what was taken out: a change that is committed meanwhile goes along too.
  await sql`/* LineReportStore.takeAlong */
    with taken as (
      delete from ${name} t using ${movesOf(moves)} where t.subject_id = r."from" returning r."to" as holder, t.*)
    insert into ${name} (subject_id, ${names}) select holder, ${names} from taken`.execute(db);
  await sql`/* LineReportStore.takeAlong: directory */
    update ${sql.raw(directory)} d set subject_id = r."to" from ${movesOf(moves)} where d.subject_id = r."from"`.execute(
    db,
  );
}

function movesOf(moves: readonly Move[]): RawBuilder<unknown> {
  return recordset(moves, { lineId: "text", from: "text", to: "text" });
}
