import { sql, type Kysely, type RawBuilder } from "kysely";
import { addOrderReviews } from "../../shared/orders/reviewStore";
import { recordset } from "../../shared/store/recordset";
import { isNobody } from "../nobody";
import type { LineState } from "../reports/lineDraft";
import { columnNames, columnsOf, insertRows, replaceOnConflict, rowsOf, type Table } from "./table";
import { FLAG } from "./tables/flagTable";
import { LINE_DIRECTORY, type LineLocation } from "./tables/lineDirectoryTable";
import { LINE_ORDER } from "./tables/lineOrderTable";
import { LINE, type LineRecord } from "./tables/lineTable";

/** Takes in what carriers report of their lines. */
export interface LineReportStore {
  /** What is known of these lines, held until the transaction ends: nobody else changes them meanwhile. */
  lockLines(ids: readonly string[]): Promise<ReadonlyMap<string, LineState>>;
  /**
   * Stores a batch and answers the ids that were taken: what was observed earlier than what is already known
   * is left aside. Belongs in a transaction.
   */
  upsertLines(lines: readonly LineRecord[]): Promise<ReadonlySet<string>>;
}

/** A line that has come to another holder. */
interface Move {
  readonly lineId: string;
  readonly from: string;
  readonly to: string;
}

/** The line reports of one transaction. */
export function createLineReportStore(db: Kysely<unknown>): LineReportStore {
  return {
    async lockLines(ids) {
      const located = await sql<{ subjectId: string }>`/* LineReportStore.lockLines: directory */
        select subject_id as "subjectId" from telecom.line_directory
        where id = any(${[...new Set(ids)]}::text[]) order by id for update`.execute(db);
      if (located.rows.length === 0) return new Map();
      const { rows } = await sql<StoredLine>`/* LineReportStore.lockLines */
        select ${columnsOf(LINE, "l")} from telecom.line l
        where l.subject_id = any(${[...new Set(located.rows.map(row => row.subjectId))]}::text[])
          and l.id = any(${[...new Set(ids)]}::text[])`.execute(db);
      return new Map(rows.map(row => [row.id, toState(row)]));
    },

    async upsertLines(lines) {
      if (lines.length === 0) return new Set();
      const latest = latestOfEach(lines);
      const locations = latest.map(toLocation);
      const fresh = await addLocations(db, locations);
      const known = locations.filter(location => !fresh.has(location.id));
      const moves = known.length === 0 ? [] : await updateLocations(db, known);
      const taken = new Set([...fresh, ...moves.map(move => move.lineId)]);
      await moveLines(
        db,
        moves.filter(move => move.from !== move.to),
      );
      const rows = latest.filter(line => taken.has(line.id));
      if (rows.length > 0) {
        await sql`/* LineReportStore.upsertLines */ ${insertRows(LINE, rows)} ${replaceOnConflict(LINE)}`.execute(
          db,
        );
      }
      await addOrderReviews(
        db,
        "telecom",
        rows.map(row => row.subjectId),
      );
      return taken;
    },
  };
}

/** A line as the driver reads it: its moments are dates. */
interface StoredLine extends Omit<LineState, "observedAt" | "realNameVerifiedAt" | "riskNoticeAt"> {
  readonly sealedNumber: string;
  readonly observedAt: Date;
  readonly realNameVerifiedAt: Date | null;
  readonly riskNoticeAt: Date | null;
}

function toState({ sealedNumber: _, ...line }: StoredLine): LineState {
  return {
    ...line,
    observedAt: line.observedAt.toISOString(),
    realNameVerifiedAt: line.realNameVerifiedAt?.toISOString() ?? null,
    riskNoticeAt: line.riskNoticeAt?.toISOString() ?? null,
  };
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

function toLocation({ id, subjectId, carrier, observedAt }: LineRecord): LineLocation {
  return { id, subjectId, carrier, observedAt };
}

// The directory decides: its one row a line is where two reports of the same line meet and wait.
async function addLocations(db: Kysely<unknown>, locations: readonly LineLocation[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`/* LineReportStore.addLocations */
    ${insertRows(LINE_DIRECTORY, locations)} on conflict (id) do nothing returning id`.execute(db);
  return new Set(rows.map(row => row.id));
}

/** Answers the lines that were updated, with the holder before and after. */
async function updateLocations(db: Kysely<unknown>, locations: readonly LineLocation[]): Promise<Move[]> {
  const before = await sql<{ id: string; subjectId: string }>`/* LineReportStore.updateLocations: lock */
    select id, subject_id as "subjectId" from telecom.line_directory
    where id = any(${locations.map(location => location.id)}::text[]) order by id for update`.execute(db);
  const after = await sql<{ id: string; subjectId: string }>`/* LineReportStore.updateLocations */
    update telecom.line_directory d
    set subject_id = r."subjectId", carrier = r.carrier, observed_at = r."observedAt"
    from ${rowsOf(LINE_DIRECTORY, locations)}
    where d.id = r.id and d.observed_at <= r."observedAt"
    returning d.id, d.subject_id as "subjectId"`.execute(db);
  const holderBefore = new Map(before.rows.map(row => [row.id, row.subjectId]));
  return after.rows.map(({ id, subjectId }) => ({
    lineId: id,
    from: holderBefore.get(id) ?? subjectId,
    to: subjectId,
  }));
}

async function moveLines(db: Kysely<unknown>, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`/* LineReportStore.moveLines */
    delete from telecom.line l using ${movesOf(moves)} where l.subject_id = r."from" and l.id = r."lineId"`.execute(
    db,
  );
  const registered = moves.filter(move => isNobody(move.from));
  if (registered.length === 0) return;
  await takeAlong(db, FLAG, "telecom.flag_directory", registered);
  await takeAlong(db, LINE_ORDER, "telecom.order_directory", registered);
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
): Promise<void> {
  const name = sql.raw(table.name);
  const names = sql.raw(
    columnNames(table)
      .filter(column => column !== "subject_id")
      .join(", "),
  );
  await sql`/* LineReportStore.takeAlong: insert */
    insert into ${name} (subject_id, ${names})
    select r."to", ${names} from ${name} t join ${movesOf(moves)} on t.subject_id = r."from"`.execute(db);
  await sql`/* LineReportStore.takeAlong: directory */
    update ${sql.raw(directory)} d set subject_id = r."to" from ${movesOf(moves)} where d.subject_id = r."from"`.execute(
    db,
  );
  await sql`/* LineReportStore.takeAlong: delete */
    delete from ${name} t using ${movesOf(moves)} where t.subject_id = r."from"`.execute(db);
}

function movesOf(moves: readonly Move[]): RawBuilder<unknown> {
  return recordset(moves, { lineId: "text", from: "text", to: "text" });
}
