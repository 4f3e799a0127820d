import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { Measure } from "../../shared/types/Measure";
import type { RuleVersion } from "../types/enums";
import type { Sanction } from "../types/Sanction";
import { keepUuids } from "./keepUuids";

/** A measure with the person it lies with, and the version of the rules that its sanction was recognised by. */
export interface MeasureRow extends Omit<Measure, "article"> {
  readonly subjectId: string;
  readonly ruleVersion: RuleVersion;
}

const COLUMNS =
  sql.raw(`s.id, s.role, s.conduct, s.rule_version as "ruleVersion", s.recognised_on as "recognisedOn",
  s.subject_id as "subjectId", s.recognised_by as "authorityCode", s.case_number as "caseNumber", s.state,
  s.reason, s.remedy, s.papers, s.served_on as "servedOn", s.instruments`);

/** Reads sanctions and their measures, person by person. */
export function createSanctionStore(db: Kysely<unknown>) {
  return {
    /** Newest first. */
    async sanctionsOfSubjects(subjectIds: readonly string[]): Promise<Sanction[]> {
      const { rows } = await sql<Sanction>`/* SanctionStore.sanctionsOfSubjects */
        select ${COLUMNS} from police.sanction s
        where s.subject_id = any(${someTexts(subjectIds)})
        order by s.recognised_on desc, s.id`.execute(db);
      return rows;
    },

    async sanctionsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Sanction>> {
      const { rows } = await sql<Sanction>`/* SanctionStore.sanctionsByIds */
        select ${COLUMNS} from police.sanction_directory d
        join police.sanction s on s.subject_id = d.subject_id and s.id = d.id
        where d.id = any(${keepUuids(ids)}::uuid[])`.execute(db);
      return new Map(rows.map(row => [row.id, row]));
    },

    /** Every measure ever recorded, lifted ones too. */
    async measuresOfSubjects(subjectIds: readonly string[]): Promise<MeasureRow[]> {
      const { rows } = await sql<MeasureRow>`/* SanctionStore.measuresOfSubjects */
        select m.subject_id as "subjectId", m.sanction_id as "sanctionId", m.kind, m.sector,
          m.starts_on as "startsOn", m.ends_on as "endsOn", m.recorded_at as "recordedAt", m.lifted_at as "liftedAt",
          s.rule_version as "ruleVersion"
        from police.measure m join police.sanction s on s.subject_id = m.subject_id and s.id = m.sanction_id
        where m.subject_id = any(${someTexts(subjectIds)})
        order by m.starts_on, m.recorded_at, m.sanction_id, m.kind, m.sector`.execute(db);
      return rows;
    },
  };
}
