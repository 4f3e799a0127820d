// N16-3: a line that was stopped because nobody had registered, or under another holder, comes back into service with its holder's evidence only.
import type { Kysely } from "kysely";
import { RESTORE, type KnownOrder } from "../../shared/orders/planOrders";
import { activationFacts } from "../reports/considerReport";
import { decideActivation } from "../rules/decideActivation";
import { createLineClaimStore } from "../store/lineClaimStore";
import { createLineReportStore } from "../store/lineReportStore";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createSubjectStore } from "../store/subjectStore";
import { createVerifiedFlagStore } from "../store/verifiedFlagStore";
import { LineStatus } from "../types/enums";
import { retellLines } from "./retellLines";
import { STOPPING } from "./stoppingOrders";

/** Lets lines follow orders that have just been carried out. */
export async function followLineOrders(
  tx: Kysely<unknown>,
  executed: readonly KnownOrder[],
  at: Date,
): Promise<void> {
  const restores = executed.filter(({ kind }) => kind === RESTORE);
  const stops = executed.filter(({ kind }) => STOPPING.has(kind));
  const followed = [...stops, ...restores];
  if (followed.length === 0) return;
  const store = createOrderKeepingStore(tx);
  const claims = createLineClaimStore(tx);
  const lineIds = [...new Set(followed.map(({ holdingId }) => holdingId))];
  const done = await store.carriedOut(followed);
  await claims.keepOrders(done, () => store.followOrders(followed));
  await retellLines(tx, lineIds);
  const doneAt = new Map([
    ...lineIds.map(id => [id, at] as const),
    ...done.map(order => [order.lineId, new Date(order.doneAt)] as const),
  ]);
  await claims.keepActs(doneAt, () => holdBackUnproved(tx, restores));
}

/** Nobody has shown what putting such a line into service asks for: its holder is to be verified first. */
async function holdBackUnproved(tx: Kysely<unknown>, restores: readonly KnownOrder[]): Promise<void> {
  const store = createOrderKeepingStore(tx);
  const lineIds = await store.backWithNewHolder(restores);
  if (lineIds.length === 0) return;
  const lines = [...(await createLineReportStore(tx).lockLines(lineIds)).values()];
  const holders = await createSubjectStore(tx).subjectsByIds(lines.map(({ subjectId }) => subjectId));
  const kinds = new Map(holders.map(({ id, kind }) => [id, kind]));
  const places = lines.map(({ subjectId, id }) => ({ subjectId, lineId: id }));
  const forged = new Map(
    (await createVerifiedFlagStore(tx).forgedLines(places)).map(one => [one.lineId, one.verifiedAt]),
  );
  const unproved = lines.filter(line => {
    const forgedDocumentAt = forged.get(line.id)?.toISOString() ?? null;
    const facts = activationFacts(line, { kind: kinds.get(line.subjectId) ?? null, forgedDocumentAt });
    // It was in service before: a notice confirmed anew since then bars nothing.
    return decideActivation({ ...facts, activatedOn: null }).length > 0;
  });
  await store.setStatus(unproved, LineStatus.REVERIFY_REQUIRED);
}
