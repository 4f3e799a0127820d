import { z } from "zod";

/**
 * What a subgraph tells the police of a cause that has ended, or of a single order or blacklist entry, since an
 * objection may have been to that alone: that everything it had brought about there is undone. It may be told again, and
 * the latest moment counts. A confirmed objection to a wrong record is such a cause by its own id: it is over once
 * whoever reported the record has corrected it. Or that something of it is to be undone
 * after all, since an institution carried it out late. Or of a stop-payment: that it has met no account whose institution, number and holder are
 * those that were named, so that nothing was stopped.
 */
export const restorationEventSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("CAUSE_RESTORED"),
    causeId: z.string().min(1),
    restoredAt: z.iso.datetime(),
  }),
  z.object({ kind: z.literal("CAUSE_OWED"), causeId: z.string().min(1) }),
  z.object({
    kind: z.literal("STOP_PAYMENT_MISMATCH"),
    causeId: z.uuid(),
    mismatchedAt: z.iso.datetime(),
  }),
]);
export type RestorationEvent = z.output<typeof restorationEventSchema>;
