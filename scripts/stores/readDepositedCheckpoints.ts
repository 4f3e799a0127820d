import type { Checkpoint } from "../../gateway/audit/checkpoint";
import type { CheckpointSource } from "../../gateway/audit/verifyAudit";
import type { Database } from "../../schema/database/openDatabase";
import { STORES, type StoreName } from "../../schema/database/migrate";
import {
  createCheckpointStore,
  type CheckpointStore,
} from "../../subgraphs/shared/checkpoints/checkpointStore";

/** Read at once: a chain has one checkpoint a second. */
const PAGE = 10_000;

/** The checkpoints of all stores together, chain by chain. */
export function readDepositedCheckpoints(databases: Readonly<Record<StoreName, Database>>): CheckpointSource {
  const stores = STORES.map(name => createCheckpointStore(name, databases[name].db));
  return {
    async chains() {
      const chains = new Set<string>();
      for (const store of stores) for (const chain of await store.listChains()) chains.add(chain);
      return [...chains];
    },
    async *of(chain) {
      for (const store of stores) yield* readPages(store, chain);
    },
  };
}

async function* readPages(store: CheckpointStore, chain: string): AsyncGenerator<Checkpoint> {
  for (let after: Checkpoint | null = null; ;) {
    const page: Checkpoint[] = await store.listCheckpoints(chain, after, PAGE);
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}
