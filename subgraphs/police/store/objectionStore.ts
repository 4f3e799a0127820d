import { sql, type Kysely } from "kysely";
import type { Objection } from "../types/Objection";
import { keepUuids } from "./keepUuids";
import type { MomentPosition } from "./momentPosition";

interface ObjectionQuery {
  readonly status: string | null;
  readonly dueBefore: Date | null;
  readonly after: MomentPosition | null;
  readonly limit: number;
}

type SubjectObjection = Objection & { readonly subjectId: string };

const COLUMNS = sql.raw(`o.id, o.status, o.target, o.due_at as "dueAt", o.filed_at as "filedAt", o.grounds,
  o.decided_at as "decidedAt", o.decision, o.restored_at as "restoredAt", o.target_id as "targetId",
  o.subject_id as "subjectId", o.authority as "authorityCode", o.filed_by as "filedBy"`);

/** Reads objections and who may decide them. */
export function createObjectionStore(db: Kysely<unknown>) {
  return {
    async objectionsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Objection>> {
      const { rows } = await sql<Objection>`/* ObjectionStore.objectionsByIds */
        select ${COLUMNS} from police.objection o where o.id = any(${keepUuids(ids)}::uuid[])`.execute(db);
      return new Map(rows.map(row => [row.id, row]));
    },

    async objectionsOfTargets(targetIds: readonly string[]): Promise<Objection[]> {
      const { rows } = await sql<Objection>`/* ObjectionStore.objectionsOfTargets */
        select ${COLUMNS} from police.objection o
        where o.target_id = any(${targetIds}::text[])
        order by o.filed_at, o.id`.execute(db);
      return rows;
    },

    /** What was objected to in these people's names; cut down to sanctions, which are what all who read it may read. */
    async objectionsOfSubjects(
      subjectIds: readonly string[],
      onlySanctions: boolean,
    ): Promise<SubjectObjection[]> {
      const { rows } = await sql<SubjectObjection>`/* ObjectionStore.objectionsOfSubjects */
        select ${COLUMNS} from police.objection o
        where o.subject_id = any(${subjectIds}::text[]) and (not ${onlySanctions}::boolean or o.target = 'SANCTION')
        order by o.filed_at, o.id`.execute(db);
      return rows;
    },

    /** What an organ may decide: its own and those of all organs below it, by three steps up at most. The next due first. */
    async listForOrgan(
      organ: string,
      { status, dueBefore, after, limit }: ObjectionQuery,
    ): Promise<Objection[]> {
      const { rows } = await sql<Objection>`/* ObjectionStore.listForOrgan */
        select ${COLUMNS} from police.objection o
        where o.authority in (select a.code from police.authority a
            left join police.authority b on b.code = a.superior
            left join police.authority c on c.code = b.superior
            where ${organ} in (a.code, a.superior, b.superior, c.superior))
          and (${status}::text is null or o.status = ${status})
          and (${dueBefore}::timestamptz is null or o.due_at < ${dueBefore})
          and (${after?.id ?? null}::uuid is null
            or (o.due_at, o.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by o.due_at, o.id
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}
