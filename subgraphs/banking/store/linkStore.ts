import { sql, type Kysely } from "kysely";
import { someTexts } from "../../shared/store/someTexts";
import { underKey } from "./rowCondition";

/** An account with the keys of all it has ever shared. */
export interface KeyedAccount {
  readonly subjectId: string;
  readonly accountId: string;
  readonly linkKeys: readonly string[];
}

/** One account that stands under a key. */
export interface KeyMember {
  readonly linkKey: string;
  readonly accountId: string;
  readonly subjectId: string;
  readonly sealedValue: string | null;
  readonly firstSeenOn: string;
  readonly lastSeenOn: string;
}

/** A person or unit next to another because one represents the other. */
export interface Representation {
  readonly subjectId: string;
  readonly otherId: string;
  readonly representativeId: string;
}

/** One level of a search for linked accounts; every question names its own bound. */
export function createLinkStore(db: Kysely<unknown>) {
  return {
    async keyedAccounts(subjectIds: readonly string[], perSubject: number): Promise<KeyedAccount[]> {
      const { rows } = await sql<KeyedAccount>`/* LinkStore.keyedAccounts */
        select k.subject_id as "subjectId", m.id as "accountId", m.link_keys as "linkKeys"
        from unnest(${someTexts(subjectIds)}) as k(subject_id) cross join lateral (
          select a.id, a.link_keys from banking.account a
          where ${underKey("a.subject_id", "k.subject_id")} order by a.id limit ${perSubject}::int) m
        order by k.subject_id, m.id`.execute(db);
      return rows;
    },

    async membersOfKeys(keys: readonly string[], perKey: number): Promise<KeyMember[]> {
      const { rows } = await sql<KeyMember>`/* LinkStore.membersOfKeys */
        select k.link_key as "linkKey", m.account_id as "accountId", m.subject_id as "subjectId",
          m.sealed_value as "sealedValue", least(m.first_seen_on, m.held_since) as "firstSeenOn",
          m.last_seen_on as "lastSeenOn"
        from unnest(${someTexts(keys)}) as k(link_key) cross join lateral (
          select l.* from banking.link_key l
          where ${underKey("l.link_key", "k.link_key")} order by l.account_id limit ${perKey}::int) m
        order by k.link_key, m.account_id`.execute(db);
      return rows;
    },

    /** Units that people represent, and the legal representatives of units. */
    async representations(subjectIds: readonly string[], perSubject: number): Promise<Representation[]> {
      const { rows } = await sql<Representation>`/* LinkStore.representations */
        select k.subject_id as "subjectId", m.unit_id as "otherId", k.subject_id as "representativeId"
        from unnest(${someTexts(subjectIds)}) as k(subject_id) cross join lateral (
          select p.unit_id from banking.representation p
          where ${underKey("p.representative_id", "k.subject_id")} order by p.unit_id limit ${perSubject}::int) m
        union all
        select s.id, s.legal_representative_id, s.legal_representative_id
        from banking.subject s
        where s.id = any(${someTexts(subjectIds)}) and s.legal_representative_id is not null
        order by 1, 2`.execute(db);
      return rows;
    },
  };
}

export type LinkStore = ReturnType<typeof createLinkStore>;
