import type { PoliceTransaction } from "./policeTransaction";

/**
 * Lets the people confirmed in a case know of the looks made for it up to now. Nobody else: whoever was looked at on
 * the way may belong to another case, of which they must not learn; nor who is confirmed in another open case, whom
 * this would warn: they learn of both once that one is over.
 */
export async function tellLookupsReleased(
  caseNumber: string,
  { at, read, outbox }: Pick<PoliceTransaction, "at" | "read" | "outbox">,
): Promise<void> {
  for (const released of await read.purposes.releasedWith(caseNumber)) {
    const event = { kind: "LOOKUPS_RELEASED" as const, ...released, until: at.toISOString() };
    await outbox.insert({ kind: event.kind, at, caseNumber: released.caseNumber, event });
  }
}
