import { sql, type Kysely } from "kysely";
import type { Indicator } from "../types/Indicator";
import type { PatrolTarget } from "../types/PatrolTarget";
import type { Tip } from "../types/Tip";
import type { Visit } from "../types/Visit";
import type { Warning } from "../types/Warning";
import { keepUuids } from "./keepUuids";

/** A visit to be made. */
export interface NewVisit {
  readonly id: string;
  readonly subjectId: string;
  readonly region: string;
  readonly plannedOn: string;
}

/** A patrol of an outlet. */
export interface NewPatrol {
  readonly id: string;
  readonly outletCode: string;
  readonly patrolledOn: string;
  readonly patrolledBy: string;
  readonly findings: string;
}

/** Changes visits, patrols, tips, indicators and warnings; each method runs inside the caller's transaction. */
export function createPreventionWriteStore(tx: Kysely<unknown>) {
  return {
    async insertVisit(visit: NewVisit): Promise<void> {
      await sql`/* PreventionWriteStore.insertVisit */
        insert into police.visit (id, subject_id, region, status, planned_on)
        values (${visit.id}::uuid, ${visit.subjectId}, ${visit.region}, 'PLANNED', ${visit.plannedOn}::date)`.execute(
        tx,
      );
    },

    async lockVisit(id: string): Promise<Visit | null> {
      const { rows } = await sql<Visit>`/* PreventionWriteStore.lockVisit */
        select id, status, planned_on as "plannedOn", met_on as "metOn", subject_id as "subjectId",
          commitment_reference as "commitmentReference"
        from police.visit where id = any(${keepUuids([id])}::uuid[])
        for update`.execute(tx);
      return rows[0] ?? null;
    },

    async updateVisit({ id, status, metOn, commitmentReference }: Visit): Promise<void> {
      await sql`/* PreventionWriteStore.updateVisit */
        update police.visit set status = ${status}, met_on = ${metOn}::date,
          commitment_reference = ${commitmentReference}
        where id = ${id}::uuid`.execute(tx);
    },

    /** The outlet as patrolled; null where it is none that is to be patrolled. An older patrol moves no day back. */
    async recordPatrol(patrol: NewPatrol): Promise<PatrolTarget | null> {
      const { rows } = await sql<PatrolTarget>`/* PreventionWriteStore.updatePatrolTarget */
        update police.patrol_target
        set last_patrolled_on = greatest(last_patrolled_on, ${patrol.patrolledOn}::date)
        where outlet_code = ${patrol.outletCode}
        returning outlet_code as "outletCode", involved, last_patrolled_on as "lastPatrolledOn",
          institution as "institutionCode"`.execute(tx);
      if (rows[0] === undefined) return null;
      await sql`/* PreventionWriteStore.insertPatrol */
        insert into police.patrol (id, outlet_code, patrolled_on, patrolled_by, findings)
        values (${patrol.id}::uuid, ${patrol.outletCode}, ${patrol.patrolledOn}::date, ${patrol.patrolledBy},
          ${patrol.findings})`.execute(tx);
      return rows[0];
    },

    async insertTip(tip: Tip, subjectId: string | null): Promise<void> {
      await sql`/* PreventionWriteStore.insertTip */
        insert into police.tip (id, received_at, sealed_content, status, subject_id, case_number, reward_due)
        values (${tip.id}::uuid, ${tip.receivedAt}, ${tip.sealedContent}, ${tip.status}, ${subjectId},
          ${tip.caseNumber}, ${tip.rewardDue})`.execute(tx);
    },

    /** Written and never read here: what is sealed to another's key is of no use to the hub. */
    async insertInformant(tipId: string, sealedIdentity: string): Promise<void> {
      await sql`/* PreventionWriteStore.insertInformant */
        insert into police.informant (tip_id, sealed_identity)
        values (${tipId}::uuid, ${sealedIdentity})`.execute(tx);
    },

    async lockTip(id: string): Promise<Tip | null> {
      const { rows } = await sql<Tip>`/* PreventionWriteStore.lockTip */
        select id, received_at as "receivedAt", status, reward_due as "rewardDue",
          sealed_content as "sealedContent", case_number as "caseNumber"
        from police.tip where id = any(${keepUuids([id])}::uuid[])
        for update`.execute(tx);
      return rows[0] ?? null;
    },

    async updateTip({ id, status, caseNumber, rewardDue }: Tip): Promise<void> {
      await sql`/* PreventionWriteStore.updateTip */
        update police.tip set status = ${status}, case_number = ${caseNumber}, reward_due = ${rewardDue}
        where id = ${id}::uuid`.execute(tx);
    },

    async insertIndicator(indicator: Indicator, by: string): Promise<void> {
      await sql`/* PreventionWriteStore.insertIndicator */
        insert into police.indicator (id, kind, status, value, case_number, recorded_by, recorded_at)
        values (${indicator.id}::uuid, ${indicator.kind}, ${indicator.status}, ${indicator.value},
          ${indicator.caseNumber}, ${by}, ${indicator.recordedAt})`.execute(tx);
    },

    async lockIndicator(id: string): Promise<Indicator | null> {
      const { rows } = await sql<Indicator>`/* PreventionWriteStore.lockIndicator */
        select id, kind, status, value, recorded_at as "recordedAt", case_number as "caseNumber"
        from police.indicator where id = any(${keepUuids([id])}::uuid[])
        for update`.execute(tx);
      return rows[0] ?? null;
    },

    async resolveIndicator(id: string, status: string, by: string, at: Date): Promise<void> {
      await sql`/* PreventionWriteStore.resolveIndicator */
        update police.indicator set status = ${status}, resolved_by = ${by}, resolved_at = ${at}
        where id = ${id}::uuid`.execute(tx);
    },

    async insertWarning(warning: Warning): Promise<void> {
      await sql`/* PreventionWriteStore.insertWarning */
        insert into police.warning (id, title, body, regions, published_at)
        values (${warning.id}::uuid, ${warning.title}, ${warning.body}, ${warning.regions}::text[],
          ${warning.publishedAt})`.execute(tx);
    },
  };
}

export type PreventionWriteStore = ReturnType<typeof createPreventionWriteStore>;
