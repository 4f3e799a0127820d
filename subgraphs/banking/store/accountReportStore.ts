import { sql, type Kysely } from "kysely";
import { createCursorStore } from "../../shared/events/cursorStore";
import { addOrderReviews } from "../../shared/orders/reviewStore";
import type { SubgraphKeys } from "../../shared/requestContext";
import { recordset } from "../../shared/store/recordset";
import { SEAL_CONTEXTS } from "../sealContexts";
import { AccountStatus } from "../types/enums";
import {
  closingsOf,
  historiesOf,
  isRefused,
  newestById,
  type AccountHistory,
  type Closings,
  type Stored,
} from "./accountHistory";
import { keepAccountPasts } from "./accountPastStore";
import type { AccountRecord, SavedAccount } from "./accountRecord";
import { claimDirectory } from "./claimDirectory";
import { createLinkKeyRows, eachOnce, type AgentOf } from "./linkKeyRow";
import { dropLostKeys, forgetOutdatedLinks, retireLinkKeys, upsertLinkKeys } from "./linkKeyStore";
import { moveToNewHolder } from "./moveToNewHolder";

type Tx = Kysely<unknown>;

/** Writes what institutions report of accounts, in a transaction; a batch takes the same few statements whatever its size. */
export function createAccountReportStore(tx: Tx, keys: SubgraphKeys) {
  const linkKeyRowsOf = createLinkKeyRows(keys);

  function sealedRow(record: AccountRecord, linkKeys: readonly string[]): object {
    const { number, reservedPhone, ...clear } = record;
    const seal = (plain: string, context: string): string => keys.sealer.seal(plain, context);
    return {
      ...clear,
      sealedNumber: seal(number, SEAL_CONTEXTS.accountNumber(record.id)),
      sealedReservedPhone:
        reservedPhone === null ? null : seal(reservedPhone, SEAL_CONTEXTS.reservedPhone(record.id)),
      linkKeys,
    };
  }

  return {
    /** Saves a batch and tells, in its order, what became of each record. */
    async saveAccounts(records: readonly AccountRecord[]): Promise<SavedAccount[]> {
      if (records.length === 0) return [];
      const stored = await claimDirectory(tx, newestById(records), keys.sealer);
      const closings = closingsOf(records, stored);
      const histories = historiesOf(records, stored, closings);
      const moved = histories.flatMap(movedIn);
      // What orders and restrictions hang on a holder changes under one lock: a lifting under way finds them all.
      if (moved.length > 0) await createCursorStore("banking", tx).lockPlace(tx, "police");
      const fresh = histories.flatMap(history => history.fresh ?? []);
      const agentOf = await readAgents(tx, records);
      const links = new Map(histories.map(history => [history.id, linkKeyRowsOf(history, agentOf)]));
      const linkKeysOf = (id: string): string[] => (links.get(id) ?? []).map(({ linkKey }) => linkKey);
      await retireLinkKeys(tx, histories);
      const outdated = await forgetOutdatedLinks(tx, histories);
      await updateDirectory(tx, histories);
      await moveToNewHolder(tx, moved);
      await upsertAccounts(
        tx,
        fresh.map(record => sealedRow(record, linkKeysOf(record.id))),
      );
      await keepAccountPasts(tx, histories);
      const late = histories.filter(history => history.fresh === null);
      await addLinkKeys(
        tx,
        late.map(({ id, subjectId }) => ({ id, subjectId, linkKeys: linkKeysOf(id) })),
      );
      await upsertLinkKeys(tx, eachOnce([...outdated, ...[...links.values()].flat()]));
      await dropLostKeys(tx, histories);
      await addOrderReviews(tx, "banking", [
        ...fresh.map(record => record.subjectId),
        ...moved.map(({ previousSubjectId }) => previousSubjectId),
      ]);
      const written = new Set(fresh);
      return records.map(record => outcomeOf(record, written.has(record), stored, closings));
    },
  };
}

function outcomeOf(
  record: AccountRecord,
  isWritten: boolean,
  stored: Stored,
  closings: Closings,
): SavedAccount {
  const before = stored.get(record.id)?.subjectId ?? record.subjectId;
  const hasMoved = isWritten && before !== record.subjectId;
  return {
    id: record.id,
    subjectId: record.subjectId,
    isWritten,
    refusedIn: isRefused(record, closings) ? AccountStatus.CLOSED : null,
    previousSubjectId: hasMoved ? before : null,
  };
}

function movedIn({ id, subjectId, stored }: AccountHistory) {
  const previousSubjectId = stored?.subjectId ?? subjectId;
  return previousSubjectId === subjectId ? [] : [{ id, subjectId, previousSubjectId }];
}

/**
 * The newest record decides where an account belongs; the oldest one and the first closing, which may come late, since
 * when it is known and closed.
 */
async function updateDirectory(tx: Tx, histories: readonly AccountHistory[]): Promise<void> {
  const rows = histories.flatMap(history => {
    const { id, subjectId, institution, fresh, stored, firstObservedAt, firstClosedAt } = history;
    const observedAt = fresh?.observedAt ?? stored?.observedAt;
    const known = stored?.firstObservedAt ?? observedAt;
    const isOlder = known !== undefined && firstObservedAt < known;
    const isClosedBefore = firstClosedAt?.getTime() !== stored?.firstClosedAt?.getTime();
    const hasChanged = isOlder || isClosedBefore || (stored !== null && fresh !== null);
    return hasChanged ? [{ id, subjectId, institution, observedAt, firstObservedAt, firstClosedAt }] : [];
  });
  if (rows.length === 0) return;
  await sql`/* AccountReportStore.updateDirectory */
    update banking.account_directory d
    set subject_id = r."subjectId", institution = r.institution, observed_at = r."observedAt",
      first_observed_at = r."firstObservedAt", first_closed_at = r."firstClosedAt"
    from ${recordset(rows, DIRECTORY_COLUMNS)} where d.id = r.id`.execute(tx);
}

const DIRECTORY_COLUMNS = {
  id: "text",
  subjectId: "text",
  institution: "text",
  observedAt: "timestamptz",
  firstObservedAt: "timestamptz",
  firstClosedAt: "timestamptz",
};

function outletOf({ institution, outletCode }: AccountRecord): string {
  return `${institution}|${outletCode ?? ""}`;
}

async function readAgents(tx: Tx, records: readonly AccountRecord[]): Promise<AgentOf> {
  const outlets = new Map(records.map(record => [outletOf(record), record]));
  const rows = [...outlets.values()].filter(({ outletCode }) => outletCode !== null);
  if (rows.length === 0) return () => null;
  const { rows: agents } = await sql<{ outlet: string; agent: string }>`/* AccountReportStore.readAgents */
    select o.institution || '|' || o.code as outlet, o.agent_code as agent
    from ${recordset(rows, { institution: "text", outletCode: "text" })}
    join banking.outlet o on o.institution = r.institution and o.code = r."outletCode"
    where o.agent_code is not null`.execute(tx);
  const byOutlet = new Map(agents.map(row => [row.outlet, row.agent]));
  return record => byOutlet.get(outletOf(record)) ?? null;
}

async function upsertAccounts(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* AccountReportStore.upsertAccounts */
    insert into banking.account as a (subject_id, id, institution, kind, account_class, reported_status,
      sealed_number, opened_on, closed_on, outlet_code, sealed_reserved_phone, exempt_from_limit, involved_on,
      link_keys, observed_at)
    select r."subjectId", r.id, r.institution, r.kind, r."accountClass", r."reportedStatus", r."sealedNumber",
      r."openedOn", r."closedOn", r."outletCode", r."sealedReservedPhone", r."exemptFromLimit", r."involvedOn",
      r."linkKeys", r."observedAt"
    from ${recordset(rows, ACCOUNT_COLUMNS)}
    on conflict (subject_id, id) do update set institution = excluded.institution, kind = excluded.kind,
      account_class = excluded.account_class, reported_status = excluded.reported_status,
      sealed_number = excluded.sealed_number, opened_on = excluded.opened_on, closed_on = excluded.closed_on,
      outlet_code = excluded.outlet_code, sealed_reserved_phone = excluded.sealed_reserved_phone,
      exempt_from_limit = excluded.exempt_from_limit,
      involved_on = coalesce(excluded.involved_on, a.involved_on),
      link_keys = array(select distinct unnest(a.link_keys || excluded.link_keys)),
      observed_at = excluded.observed_at`.execute(tx);
}

const ACCOUNT_COLUMNS = {
  subjectId: "text",
  id: "text",
  institution: "text",
  kind: "text",
  accountClass: "text",
  reportedStatus: "text",
  sealedNumber: "text",
  openedOn: "date",
  closedOn: "date",
  outletCode: "text",
  sealedReservedPhone: "text",
  exemptFromLimit: "text",
  involvedOn: "date",
  linkKeys: "text[]",
  observedAt: "timestamptz",
};

/** Of records that come late nothing but what the account shared then is written. */
async function addLinkKeys(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* AccountReportStore.addLinkKeys */
    update banking.account a set link_keys = array(select distinct unnest(a.link_keys || r."linkKeys"))
    from ${recordset(rows, { id: "text", subjectId: "text", linkKeys: "text[]" })}
    where a.subject_id = r."subjectId" and a.id = r.id and not a.link_keys @> r."linkKeys"`.execute(tx);
}
