import type { Clock } from "../../schema/contract/clock";

/** What has been withdrawn before its time. */
export interface RevocationList {
  /** `jti` of single tokens, whoever issued them: two issuers that use the same one lose both. */
  readonly tokens: readonly string[];
  /** Officers, all of whose tokens up to a moment are void. */
  readonly officers: readonly { readonly id: string; readonly before: Date }[];
}

/** Whether a token still counts. */
export interface Revocations {
  isRevoked(tokenId: string | null, officerId: string, issuedAt: Date): boolean;
}

/** Revocations that follow a store. */
export interface PolledRevocations extends Revocations {
  /** Loads the list and goes on doing so; resolves when it has been tried once. */
  start(): Promise<void>;
  stop(): void;
}

/** A revoked token is refused within 30 s of its revocation: one poll, and two that fail. */
export const REVOCATIONS_POLL_MS = 10_000;
/** A list older than this may lack somebody: then nobody is let in. */
export const REVOCATIONS_TRUSTED_MS = 30_000;

interface Loaded {
  readonly tokens: ReadonlySet<string>;
  readonly officers: ReadonlyMap<string, number>;
  readonly at: number;
}

/** Polls a store for revocations. Fails closed: without a list of today every token is revoked. */
export function createRevocations(load: () => Promise<RevocationList>, clock: Clock): PolledRevocations {
  let loaded: Loaded | null = null;
  let timer: NodeJS.Timeout | null = null;

  const poll = async (): Promise<void> => {
    // It is as old as its asking: whoever is revoked while the answer is on its way is not in it.
    const at = clock().getTime();
    try {
      const next = { ...index(await load()), at };
      if (loaded === null || next.at >= loaded.at) loaded = next;
    } catch {
      // The store's failure is told by the list growing old.
    }
  };

  return {
    async start() {
      timer ??= setInterval(() => void poll(), REVOCATIONS_POLL_MS).unref();
      await poll();
    },
    stop() {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
    isRevoked(tokenId, officerId, issuedAt) {
      if (loaded === null || clock().getTime() - loaded.at > REVOCATIONS_TRUSTED_MS) return true;
      const before = loaded.officers.get(officerId);
      if (before !== undefined && issuedAt.getTime() < before) return true;
      return tokenId !== null && loaded.tokens.has(tokenId);
    },
  };
}

function index({ tokens, officers }: RevocationList): Omit<Loaded, "at"> {
  const latest = new Map<string, number>();
  for (const { id, before } of officers) latest.set(id, Math.max(before.getTime(), latest.get(id) ?? 0));
  return { tokens: new Set(tokens), officers: latest };
}
