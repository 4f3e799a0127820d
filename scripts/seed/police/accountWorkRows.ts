import { endOfDay, momentOn } from "../world/worldCalendar";
import { accountKey, holdersOf } from "../holdersOf";
import type { WorldChunk } from "../worldModel";
import type { PoliceNaming } from "./policeNaming";
import type { RowsByTable } from "./rowsByTable";

/** What cases asked of institutions. What is over by `today` is history: nobody is told of its end. */
export function accountWorkRows(chunk: WorldChunk, naming: PoliceNaming, today: string): RowsByTable {
  const { cases } = chunk;
  const holders = holdersOf(chunk);
  const toldAt = (endsAt: string): string | null => (endsAt <= momentOn(today, 0) ? endsAt : null);
  return {
    stop_payment: cases.flatMap(({ number, authority, lead, stopPayments }) =>
      stopPayments.map(stop => {
        const name = holders.get(accountKey(stop.account))?.name ?? null;
        return {
          id: stop.id,
          case_number: number,
          account_id: naming.accountId(stop.account),
          account_institution: stop.account.institution,
          starts_at: stop.startsAt,
          ends_at: stop.endsAt,
          sequence: stop.sequence,
          authority,
          issued_by: lead,
          issued_at: stop.startsAt,
          sealed_holder_name:
            name === null ? null : naming.seal(name, `police.stop_payment.holder_name|${stop.id}`),
          expiry_told_at: toldAt(stop.endsAt),
        };
      }),
    ),
    freeze: cases.flatMap(({ freezes }) =>
      freezes.map(one => ({
        id: one.id,
        involvement_id: one.involvementId,
        until_on: one.until,
        legal_paper: one.legalPaper,
        authority: one.authority,
        issued_by: one.issuedBy,
        issued_at: one.issuedAt,
        expiry_told_at: toldAt(endOfDay(one.until)),
      })),
    ),
    statement_request: cases.flatMap(({ statementRequests }) =>
      statementRequests.map(one => ({
        id: one.id,
        involvement_id: one.involvementId,
        from_at: one.from,
        to_at: one.to,
        requested_by: one.requestedBy,
        requested_at: one.requestedAt,
      })),
    ),
  };
}
