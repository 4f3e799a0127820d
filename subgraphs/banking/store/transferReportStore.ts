import { sql, type Kysely } from "kysely";
import { recordset } from "../../shared/store/recordset";
import type { TransferRow } from "./transferStore";

/** Writes case-related transfers. */
export function createTransferReportStore(db: Kysely<unknown>) {
  return {
    /** New transfers, under both accounts; one that is known already stays. Answers the ids that were new. */
    async addTransfers(transfers: readonly TransferRow[]): Promise<ReadonlySet<string>> {
      if (transfers.length === 0) return new Set();
      const { rows } = await sql<{ id: string }>`/* TransferReportStore.addToDirectory */
        insert into banking.transfer_directory (id, from_account_id, at)
        select r.id, r."fromId", r.at from ${recordset(transfers, TRANSFER_COLUMNS)} order by r.id
        on conflict (id) do nothing
        returning id`.execute(db);
      const added = new Set(rows.map(row => row.id));
      const edges = transfers.filter(transfer => added.has(transfer.id)).flatMap(edgesOf);
      if (edges.length === 0) return added;
      await sql`/* TransferReportStore.addEdges */
        insert into banking.transfer_edge (account_id, direction, at, id, counterpart_id, reference, amount, channel,
          case_number)
        select r."accountId", r.direction, r.at, r.id, r."counterpartId", r.reference, r.amount, r.channel,
          r."caseNumber"
        from ${recordset(edges, EDGE_COLUMNS)} order by r."accountId", r.direction, r.at, r.id
        on conflict do nothing`.execute(db);
      return added;
    },

    /** Those that are stored just so. Of another amount, moment, channel or case it is another transfer. */
    async knownAmong(transfers: readonly TransferRow[]): Promise<ReadonlySet<TransferRow>> {
      if (transfers.length === 0) return new Set();
      const placed = transfers.map((transfer, place) => ({ ...transfer, place }));
      const { rows } = await sql<{ place: number }>`/* TransferReportStore.knownAmong */
        select r.place from ${recordset(placed, STORED_COLUMNS)}
        join banking.transfer_edge t on t.account_id = r."fromId" and t.direction = 'OUT' and t.at = r.at
          and t.id = r.id
        where t.amount = r.amount and t.channel = r.channel and t.case_number = r."caseNumber"`.execute(db);
      return new Set(rows.flatMap(({ place }) => transfers[place] ?? []));
    },
  };
}

const TRANSFER_COLUMNS = { id: "text", fromId: "text", at: "timestamptz" };
const STORED_COLUMNS = {
  ...TRANSFER_COLUMNS,
  place: "integer",
  amount: "numeric",
  channel: "text",
  caseNumber: "text",
};
const EDGE_COLUMNS = {
  accountId: "text",
  direction: "text",
  at: "timestamptz",
  id: "text",
  counterpartId: "text",
  reference: "text",
  amount: "numeric",
  channel: "text",
  caseNumber: "text",
};

function edgesOf(transfer: TransferRow): object[] {
  return [
    { ...transfer, accountId: transfer.fromId, direction: "OUT", counterpartId: transfer.toId },
    { ...transfer, accountId: transfer.toId, direction: "IN", counterpartId: transfer.fromId },
  ];
}
