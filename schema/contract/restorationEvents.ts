import { z } from "zod";

/**
 * What a subgraph tells the police of a cause that has ended: everything that it had brought about there is undone.
 * Told again when an institution was later than it had seemed; the latest moment counts.
 */
export const restorationEventSchema = z.object({
  kind: z.literal("CAUSE_RESTORED"),
  causeId: z.string().min(1),
  restoredAt: z.iso.datetime(),
});
export type RestorationEvent = z.output<typeof restorationEventSchema>;
