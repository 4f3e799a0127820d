import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { RegionRange } from "../rules/regionRange";
import type { Visit } from "../types/Visit";
import { keepUuids } from "./keepUuids";

const COLUMNS = sql.raw(`v.id, v.status, v.planned_on as "plannedOn", v.met_on as "metOn",
  v.commitment_reference as "commitmentReference", v.subject_id as "subjectId"`);

/** Reads visits to the holders of involved cards (N20-4). */
export function createVisitStore(db: Kysely<unknown>) {
  return {
    async visitsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Visit>> {
      const { rows } = await sql<Visit>`/* VisitStore.visitsByIds */
        select ${COLUMNS} from police.visit v where v.id = any(${keepUuids(ids)}::uuid[])`.execute(db);
      return new Map(rows.map(row => [row.id, row]));
    },

    async visitsOfSubjects(subjectIds: readonly string[]): Promise<Visit[]> {
      const { rows } = await sql<Visit>`/* VisitStore.visitsOfSubjects */
        select ${COLUMNS} from police.visit v
        where v.subject_id = any(${someTexts(subjectIds)})
        order by v.planned_on, v.id`.execute(db);
      return rows;
    },

    /** Visits still to be made or signed, the longest planned first. */
    async listPlanned({ from, to }: RegionRange, limit: number): Promise<Visit[]> {
      const { rows } = await sql<Visit>`/* VisitStore.listPlanned */
        select ${COLUMNS} from police.visit v
        where v.region between ${from} and ${to} and v.status in ('PLANNED', 'MET')
        order by v.planned_on, v.id
        limit ${limit}`.execute(db);
      return rows;
    },
  };
}
