import { sql, type RawBuilder } from "kysely";

/** Kinds that hold money which would be gone if its owner knew of them before they are carried out. */
const HOLDS_MONEY = sql.raw("('STOP_PAYMENT', 'FREEZE')");

/**
 * Orders of which the person may know. Nobody is tipped off: that the police ask for a statement the person does not
 * learn, since a case tells the bank and not its account when it may be known; of money that is to be held, once it is;
 * and that it is to be let go, only where they may know that it was held.
 */
export function isKnownOrder(alias: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);
  return sql`${column("kind")} <> 'SUPPLY_STATEMENT'
    and not (${column("kind")} in ${HOLDS_MONEY} and ${column("status")} <> 'EXECUTED')
    and not (${column("kind")} = 'RESTORE' and exists (select from banking.account_order hidden
      where hidden.subject_id = ${column("subject_id")} and hidden.account_id = ${column("account_id")}
        and hidden.cause_id = ${column("cause_id")} and hidden.kind in ${HOLDS_MONEY} and hidden.status <> 'EXECUTED'))`;
}

/** Restrictions of which the person may know: one that holds money, once an order of its cause has been carried out. */
export function isKnownRestriction(alias: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`);
  return sql`${column("kind")} not in ${HOLDS_MONEY} or exists (select from banking.account_order done
    where done.subject_id = ${column("subject_id")} and done.account_id = ${column("account_id")}
      and done.cause_id = ${column("cause_id")} and done.kind = ${column("kind")} and done.status = 'EXECUTED')`;
}
