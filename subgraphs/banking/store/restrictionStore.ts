import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import type { RuleFinding } from "../../shared/types/RuleFinding";
import type { AccountOrderKind } from "../types/enums";
import { recordset } from "../../shared/store/recordset";
import type { MeasureEnd } from "../../shared/orders/holdingOrderStore";
import { isKnownRestriction } from "./knownToPerson";

/** Something that stands, stood or will stand on an account. */
export interface RestrictionRow {
  readonly id: string;
  readonly subjectId: string;
  readonly accountId: string;
  readonly kind: AccountOrderKind;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly liftedAt: Date | null;
  readonly causeId: string;
  readonly derivation: RuleFinding[];
}

/** A recognition of an account as used in a case, in calendar days. */
export interface RecognitionRow {
  readonly subjectId: string;
  readonly causeId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** When it was lifted; null also where its time was over. */
  readonly liftedAt: Date | null;
}

/** Reads and writes what stands on accounts. */
export function createRestrictionStore(db: Kysely<unknown>) {
  return {
    /**
     * All of the people's restrictions, also those that have ended: a decision may be asked for any day. For a person
     * only those that they may know of.
     */
    async restrictionsBySubjects(
      subjectIds: readonly string[],
      forPerson: boolean,
    ): Promise<RestrictionRow[]> {
      const { rows } = await sql<RestrictionRow>`/* RestrictionStore.restrictionsBySubjects */
        select r.id, r.subject_id as "subjectId", r.account_id as "accountId", r.kind, r.starts_at as "startsAt",
          r.ends_at as "endsAt", r.lifted_at as "liftedAt", r.cause_id as "causeId", r.derivation
        from banking.restriction r
        where r.subject_id = any(${someTexts(subjectIds)}) and (${forPerson ? isKnownRestriction("r") : sql`true`})
        order by r.starts_at, r.id`.execute(db);
      return rows;
    },

    /** Recognitions of accounts that people held, also those that have ended; see `caseHolders`. */
    async recognitionsBySubjects(subjectIds: readonly string[]): Promise<RecognitionRow[]> {
      const { rows } = await sql<RecognitionRow>`/* RestrictionStore.recognitionsBySubjects */
        select m.subject_id as "subjectId", m.cause_id as "causeId", m.starts_on as "startsOn",
          m.ends_on as "endsOn", case when m.ended_by = 'LIFTED' then m.ended_at end as "liftedAt"
        from banking.measure m
        where m.subject_id = any(${subjectIds}::text[]) and m.cause_kind = 'CASE_ACCOUNT'`.execute(db);
      return rows;
    },

    /** Restrictions stand as long as their measures do by now. */
    async takeOverEnds(ends: readonly (MeasureEnd & { readonly endsAt: Date | null })[]): Promise<void> {
      await sql`/* RestrictionStore.takeOverEnds */
        update banking.restriction t set ends_at = r."endsAt",
          derivation = jsonb_set(t.derivation, '{0,until}', coalesce(to_jsonb(r."endsOn"), 'null'))
        from ${recordset(ends, { causeId: "text", kind: "text", endsOn: "text", endsAt: "timestamptz" })}
        where t.cause_id = r."causeId" and t.kind = r.kind and t.lifted_at is null
          and t.ends_at is distinct from r."endsAt"`.execute(db);
    },

    /** A restriction that is known already takes over end and lifting; its start and cause never change. */
    async saveRestrictions(restrictions: readonly RestrictionRow[]): Promise<void> {
      if (restrictions.length === 0) return;
      await sql`/* RestrictionStore.saveRestrictions */
        insert into banking.restriction as t (subject_id, account_id, id, kind, starts_at, ends_at, lifted_at,
          cause_id, derivation)
        select r."subjectId", r."accountId", r.id, r.kind, r."startsAt", r."endsAt", r."liftedAt", r."causeId",
          r.derivation
        from ${recordset(restrictions, {
          subjectId: "text",
          accountId: "text",
          id: "text",
          kind: "text",
          startsAt: "timestamptz",
          endsAt: "timestamptz",
          liftedAt: "timestamptz",
          causeId: "text",
          derivation: "jsonb",
        })}
        order by r."subjectId", r."accountId", r.id
        on conflict (subject_id, account_id, id) do update set ends_at = excluded.ends_at,
          lifted_at = coalesce(t.lifted_at, excluded.lifted_at)`.execute(db);
    },
  };
}
