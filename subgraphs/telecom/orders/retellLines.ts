import type { Kysely } from "kysely";
import { readHolders } from "../readHolders";
import { knownAs } from "../reports/foldReports";
import { inStoryOrder } from "../reports/lineClaim";
import type { LineState } from "../reports/lineDraft";
import { replayLine } from "../reports/replayLine";
import { createOrderKeepingStore } from "../store/orderKeepingStore";
import { createTelecomStores } from "../stores";

/** Lets lines be in the state that their story tells, once orders that were carried out are part of it. */
export async function retellLines(tx: Kysely<unknown>, lineIds: readonly string[]): Promise<void> {
  const stores = createTelecomStores({ db: tx });
  const lines = [...(await stores.lineReports.lockLines(lineIds)).values()];
  const claims = await stores.lineClaims.claimsOf(lines);
  const told = [...claims.values()].flat().map(({ state }) => state);
  const holderOf = await readHolders([...lines, ...told], new Map(), stores);
  const retold = lines.flatMap(line => {
    const story = inStoryOrder(claims.get(line.id) ?? []);
    const { line: next } = replayLine(null, story, holderOf, knownAs);
    return next !== null && isSameStay(next, line) && next.status !== line.status ? [next] : [];
  });
  const orders = createOrderKeepingStore(tx);
  for (const status of new Set(retold.map(line => line.status)))
    await orders.setStatus(
      retold.filter(line => line.status === status),
      status,
    );
}

function isSameStay(one: LineState, other: LineState): boolean {
  return one.subjectId === other.subjectId && one.carrier === other.carrier;
}
