import { sql, type Kysely } from "kysely";
import type { AccessRecord } from "../types/AccessRecord";

/** Which records an auditor asks for; null does not restrict. */
export interface RecordQuery {
  readonly subjectIds: readonly string[] | null;
  readonly purpose: string | null;
  readonly reference: string | null;
  readonly field: string | null;
  readonly deniedOnly: boolean;
  readonly outcome: string | null;
  readonly caller: string | null;
  readonly institution: string | null;
  readonly from: Date;
  readonly to: Date;
  readonly after: { readonly at: Date; readonly chain: string; readonly sequence: number } | null;
  readonly limit: number;
}

/** What a person asks of their own record; days, both included. */
export interface OwnLookQuery {
  readonly subjectId: string;
  readonly purpose: string | null;
  readonly institution: string | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly after: OwnLook | null;
  readonly limit: number;
}

/** All that a person learns of a look. */
export interface OwnLook {
  readonly day: string;
  readonly institution: string;
  readonly purpose: string;
}

const COLUMNS =
  sql.raw(`r.sequence::text as sequence, r.chain, r.at, r.caller, r.institution, r.purpose, r.reference,
  r.operation, r.subject_ids as "subjectIds", r.fields_returned as "fieldsReturned", r.fields_denied as "fieldsDenied",
  r.served_from_cache as "servedFromCache", r.outcome, r.rule_versions as "ruleVersions",
  r.result_digest as "resultDigest", r.hash`);
const CHINA_DAY = sql.raw(`((r.at at time zone 'UTC') + interval '8 hours')::date`);

/** Answers who saw whom: an auditor in full, a person in days. */
export function createLookStore(db: Kysely<unknown>) {
  return {
    /** Newest first. */
    async listRecords(query: RecordQuery): Promise<AccessRecord[]> {
      const { subjectIds, after } = query;
      const { rows } = await sql<AccessRecord>`/* LookStore.listRecords */
        select ${COLUMNS} from audit.access_record r
        where r.at >= ${query.from} and r.at < ${query.to}
          and (${subjectIds}::text[] is null or (r.chain, r.sequence) in (
            select s.chain, s.sequence from audit.access_subject s
            where s.subject_id = any(${subjectIds}::text[]) and s.at >= ${query.from} and s.at < ${query.to}))
          and (${query.purpose}::text is null or r.purpose = ${query.purpose})
          and (${query.reference}::text is null or r.reference = ${query.reference})
          and (${query.field}::text is null
            or ${query.field} = any(r.fields_returned) or ${query.field} = any(r.fields_denied))
          and (not ${query.deniedOnly}::boolean or cardinality(r.fields_denied) > 0)
          and (${query.outcome}::text is null or r.outcome = ${query.outcome})
          and (${query.caller}::text is null or r.caller = ${query.caller})
          and (${query.institution}::text is null or r.institution = ${query.institution})
          and (${after?.at ?? null}::timestamptz is null or (r.at, r.chain, r.sequence)
            < (${after?.at ?? null}::timestamptz, ${after?.chain ?? null}, ${after?.sequence ?? null}::bigint))
        order by r.at desc, r.chain desc, r.sequence desc
        limit ${query.limit}`.execute(db);
      return rows;
    },

    /** Each institution, purpose and day once, newest first: how often and when in the day is not told. */
    async listOwnLooks({ after, ...query }: OwnLookQuery): Promise<OwnLook[]> {
      const { rows } = await sql<OwnLook>`/* LookStore.listOwnLooks */
        select look.day, look.institution, look.purpose from (
          select distinct ${CHINA_DAY} as day, r.institution, r.purpose
          from audit.access_subject s join audit.access_record r on r.chain = s.chain and r.sequence = s.sequence
            left join audit.released_look l on l.subject_id = s.subject_id and l.case_number = r.reference
          where s.subject_id = ${query.subjectId}
            and (r.released or (r.purpose = 'CASE' and r.outcome in ('OK', 'PARTIAL') and r.at <= l.until))
            and (${query.purpose}::text is null or r.purpose = ${query.purpose})
            and (${query.institution}::text is null or r.institution = ${query.institution})
        ) look
        where look.day between ${query.fromDay}::date and ${query.toDay}::date
          and (${after?.day ?? null}::date is null
            or look.day < ${after?.day ?? null}::date
            or (look.day = ${after?.day ?? null}::date
              and (look.institution, look.purpose) > (${after?.institution ?? null}, ${after?.purpose ?? null})))
        order by look.day desc, look.institution, look.purpose
        limit ${query.limit}`.execute(db);
      return rows;
    },
  };
}
