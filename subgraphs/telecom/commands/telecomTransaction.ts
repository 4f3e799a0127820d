import type { Kysely } from "kysely";
import { chinaDay } from "../../../schema/contract/calendar";
import type { RequestClaims } from "../../../schema/contract/claims";
import type { SubgraphKeys } from "../../shared/requestContext";
import { noteTouched } from "../../shared/touched";
import { createOutboxStore } from "../store/outboxStore";
import type { OutboxRecord } from "../store/tables/outboxTable";
import { createTelecomStores, type TelecomStores } from "../stores";
import type { TelecomContext } from "../telecomContext";

/** One change: who makes it, when, and the stores of its transaction. */
export interface TelecomTransaction {
  readonly claims: RequestClaims;
  readonly keys: SubgraphKeys;
  readonly at: Date;
  readonly day: string;
  readonly stores: TelecomStores;
  /** Writes the changes into the outbox; what they touched is told to the gateway once they stand. */
  tell(changes: readonly OutboxRecord[]): Promise<void>;
}

/** Runs a change in one transaction: the new state and its outbox rows stand together or not at all. */
export async function runTelecomTransaction<T>(
  context: TelecomContext,
  work: (transaction: TelecomTransaction) => Promise<T>,
): Promise<T> {
  const told: OutboxRecord[] = [];
  const result = await context.database.transaction(tx => work(openTransaction(tx, context, told)));
  noteTouched(
    context,
    told.flatMap(({ touched }) => touched),
  );
  return result;
}

/** The stores and the outbox of a transaction that somebody else has begun; `told` collects the changes. */
export function openTransaction(
  tx: Kysely<unknown>,
  { claims, keys, clock }: TelecomContext,
  told: OutboxRecord[],
): TelecomTransaction {
  const at = clock();
  return {
    claims,
    keys,
    at,
    day: chinaDay(at),
    stores: createTelecomStores({ db: tx }),
    async tell(changes) {
      await createOutboxStore(tx).insertChanges(changes);
      told.push(...changes);
    },
  };
}
