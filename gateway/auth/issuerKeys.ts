import {
  createLocalJWKSet,
  errors,
  type CryptoKey,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWSHeaderParameters,
} from "jose";
import { z } from "zod";
import type { Clock } from "../../schema/contract/clock";

/** The keys with which an issuer signs. */
export interface IssuerKeys {
  /** Grows whenever other keys have been fetched: what was verified before is to be verified again. */
  readonly generation: number;
  /** The key that a token names; throws if there is none. */
  find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey>;
}

/** Fetches the document at an address; throws if there is none. */
export type FetchKeys = (uri: string) => Promise<unknown>;

/**
 * Between two fetches from one issuer, whether they worked or not. A new key is known to us this long after it
 * is first used; a thousand tokens with made-up key ids cost one fetch.
 */
export const KEYS_PAUSE_MS = 30_000;
/** A withdrawn key is trusted no longer than this while its issuer can be reached. */
export const KEYS_FRESH_MS = 10 * 60_000;
/** And no longer than this while it cannot: an issuer's outage stops nobody's work for an hour. */
export const KEYS_TRUSTED_MS = 60 * 60_000;

/** Keys that stand in the file of trusted issuers. */
export function createFixedKeys(jwks: JSONWebKeySet): IssuerKeys {
  return { generation: 0, find: createLocalJWKSet(jwks) };
}

/** Keys that the issuer publishes, fetched when first needed. */
export function createPublishedKeys(uri: string, fetchKeys: FetchKeys, clock: Clock): IssuerKeys {
  return new PublishedKeys(uri, fetchKeys, clock);
}

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

type FindKey = ReturnType<typeof createLocalJWKSet>;

class PublishedKeys implements IssuerKeys {
  generation = 0;
  private known: FindKey | null = null;
  private fetched = Number.NEGATIVE_INFINITY;
  private tried = Number.NEGATIVE_INFINITY;
  private fetching: Promise<void> | null = null;
  private text = "";

  constructor(
    private readonly uri: string,
    private readonly fetchKeys: FetchKeys,
    private readonly clock: Clock,
  ) {}

  async find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    if (this.age() > KEYS_FRESH_MS) await this.refresh();
    try {
      return await this.requireKnown()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.refresh();
      return this.requireKnown()(header, token);
    }
  }

  private age(): number {
    return this.clock().getTime() - this.fetched;
  }

  private requireKnown(): FindKey {
    if (this.known === null || this.age() > KEYS_TRUSTED_MS)
      throw new Error("the issuer's keys cannot be had");
    return this.known;
  }

  /** At most once a pause, and everybody waits for the same fetch. */
  private async refresh(): Promise<void> {
    const now = this.clock().getTime();
    if (this.fetching === null && now - this.tried >= KEYS_PAUSE_MS) {
      this.tried = now;
      this.fetching = this.load().finally(() => (this.fetching = null));
    }
    await this.fetching;
  }

  private async load(): Promise<void> {
    try {
      const jwks = keySetSchema.parse(await this.fetchKeys(this.uri));
      const text = JSON.stringify(jwks);
      if (text !== this.text) this.generation += 1;
      this.text = text;
      this.known = createLocalJWKSet(jwks);
      this.fetched = this.clock().getTime();
    } catch {
      // The keys that are known go on serving until they are too old to be trusted.
    }
  }
}
