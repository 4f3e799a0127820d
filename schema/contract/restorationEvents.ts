import { z } from "zod";

/**
 * What a subgraph tells the police of one of their causes, or of a single order or blacklist entry, since an objection
 * may have been to that alone: that everything it had brought about there is undone, told again when an institution was later than it had seemed, since the latest moment counts; or that a stop-payment has met
 * no account whose institution, number and holder are those that were named, so that nothing was stopped.
 */
export const restorationEventSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("CAUSE_RESTORED"),
    causeId: z.string().min(1),
    restoredAt: z.iso.datetime(),
  }),
  z.object({
    kind: z.literal("STOP_PAYMENT_MISMATCH"),
    causeId: z.uuid(),
    mismatchedAt: z.iso.datetime(),
  }),
]);
export type RestorationEvent = z.output<typeof restorationEventSchema>;
