import { randomBytes } from "node:crypto";
import pino from "pino";
import type { EntityCacheParts } from "../../../../gateway/cache/entityCache";
import { createMemoryStore } from "../../../../gateway/cache/memoryStore";
import type { CacheStore } from "../../../../gateway/cache/cacheStore";
import { createGateway } from "../../../../gateway/createGateway";
import { createInProcessTransport } from "../../../../gateway/fetch/inProcessTransport";
import type { SubgraphTransport } from "../../../../gateway/fetch/subgraphTransport";
import type { Gateway } from "../../../../gateway/gatewayParts";
import type { AnsweredOperation } from "../../../../gateway/requestContext";
import { createCacheNames } from "../../../../schema/contract/cacheNames";
import type { View } from "../../../../schema/contract/claims";
import { createSealer } from "../../../../schema/contract/sealing";
import { ask, CARD_TOKENS, CLAIMS, type Answer } from "../../gateway/support/libraryHub";
import { permitEverything } from "../../../../scripts/bench/rig/permitEverything";
import {
  createKennel,
  createKennelState,
  KENNEL_SDL,
  type KennelQuestion,
  type KennelState,
} from "./kennelWorld";

/** Tokens are what a card says, so that a test can name people. */
const READABLE_TOKENS = {
  ...CARD_TOKENS,
  tokenise(value: Readonly<Record<string, unknown>>) {
    const number = String(value["number"]).replaceAll(" ", "").toLowerCase();
    return { value: { ...value, number }, token: number };
  },
};

export interface KennelHub {
  readonly gateway: Gateway;
  readonly state: KennelState;
  readonly asked: KennelQuestion[];
  readonly recorded: AnsweredOperation[];
  readonly parts: EntityCacheParts;
  /** Who asks from now on. */
  view: View;
  ask(query: string, variables?: object): Promise<Answer["body"]>;
  /** How often a subgraph was asked since the last time this was said. */
  countAsked(subgraph?: string): number;
  close(): Promise<void>;
}

interface KennelHubOptions {
  readonly store?: CacheStore;
  readonly keys?: { readonly current: string; readonly keys: Readonly<Record<string, Buffer>> };
  readonly nameKey?: Buffer;
  readonly clock?: () => Date;
  readonly state?: KennelState;
  readonly wrap?: (transport: SubgraphTransport) => SubgraphTransport;
}

/** A gateway with a cache before the kennel. */
export async function startKennelHub(options: KennelHubOptions = {}): Promise<KennelHub> {
  const state = options.state ?? createKennelState();
  const asked: KennelQuestion[] = [];
  const recorded: AnsweredOperation[] = [];
  const parts: EntityCacheParts = {
    store: options.store ?? createMemoryStore(),
    names: createCacheNames(options.nameKey ?? randomBytes(32)),
    sealer: createSealer(options.keys ?? { current: "k1", keys: { k1: randomBytes(32) } }),
    clock: options.clock ?? (() => new Date()),
  };
  const transport = createInProcessTransport(createKennel(state, asked));
  const hub: { view: View } = { view: "police" };
  const gateway = await createGateway({
    supergraphSdl: KENNEL_SDL,
    transport: options.wrap?.(transport) ?? transport,
    identify: () => Promise.resolve({ ...CLAIMS, view: hub.view }),
    createGuard: () => permitEverything,
    tokenising: READABLE_TOKENS,
    logger: pino({ level: "silent" }),
    cache: parts,
    audit: {
      begin: () => () => undefined,
      refuse: () => Promise.resolve(undefined),
      intend: () => Promise.resolve(),
      record: answered => Promise.resolve(void recorded.push(answered)).then(() => ({})),
    },
  });
  return Object.assign(hub, {
    gateway,
    state,
    asked,
    recorded,
    parts,
    ask: async (query: string, variables: object = {}) => (await ask(gateway, query, variables)).body,
    countAsked(subgraph?: string) {
      const count = asked.filter(one => subgraph === undefined || one.subgraph === subgraph).length;
      asked.length = 0;
      return count;
    },
    close: () => gateway.close(),
  });
}
