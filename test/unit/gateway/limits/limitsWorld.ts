import { parse, type DocumentNode } from "graphql";
import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import { createCounterNames } from "../../../../gateway/limits/createCounterNames";
import { createCounting, type Counting } from "../../../../gateway/limits/createCounting";
import { createLimits, type Limits } from "../../../../gateway/limits/createLimits";
import { createRedisCounters } from "../../../../gateway/limits/redisCounters";
import type { Alarm, UnderstoodOperation } from "../../../../gateway/requestContext";
import type { HubError } from "../../../../schema/contract/errors";
import { claimsOf } from "../../../support/claims";

/** Limits of their own, with whatever alarms they raise. */
export interface LimitsWorld {
  readonly limits: Limits;
  readonly alarms: Alarm[];
  /** Asks for people as a caller; the refusal, or null. */
  look(caller: string, people: readonly string[], rest?: Partial<LookOptions>): Promise<HubError | null>;
}

interface LookOptions {
  readonly cost: number;
  readonly institution: string | null;
  readonly kind: "BANK" | "PERSON";
  readonly operationType: "query" | "mutation";
  readonly rangesOf: (person: string) => readonly string[];
}

const DOCUMENT: DocumentNode = parse("{ __typename }");

/** An operation that names people. */
export function naming(
  people: readonly string[],
  rest: Partial<UnderstoodOperation> = {},
): UnderstoodOperation {
  return {
    document: DOCUMENT,
    operationType: "query",
    operationName: null,
    hash: "",
    variables: { people },
    tokens: people,
    tokensIn: () => [],
    rangesOf: () => [],
    ...rest,
  };
}

/** Counts in a Redis, however long it takes: what becomes of a slow one is tested by itself. */
export function countInRedis(redis: Redis, key: Buffer = randomBytes(32)): Counting {
  const counters = createRedisCounters(redis, createCounterNames(key));
  return work => work(counters);
}

/** Counts in this process alone. */
export function countInProcess(now = Date.now): Counting {
  return createCounting(null, randomBytes(32), now);
}

/** Limits that nothing has been counted for yet. */
export function createLimitsWorld(counting: Counting, volume = 1): LimitsWorld {
  const alarms: Alarm[] = [];
  const limits = createLimits({
    counting,
    audit: {
      intend: () => Promise.resolve(),
      record: () => Promise.resolve({}),
      refuse: () => Promise.resolve({}),
    },
    raise: alarm => {
      alarms.push(alarm);
      return Promise.resolve();
    },
    peopleIn: (_operation, value) => (value as { people?: readonly string[] }).people ?? (value as string[]),
    findHoldings: () => [["people", "held"]],
    volumeOf: () => volume,
  });
  return {
    limits,
    alarms,
    async look(caller, people, rest = {}) {
      const { institution = "102", kind = "BANK", operationType = "query", rangesOf = () => [] } = rest;
      const claims = claimsOf({ id: caller, institution, kind });
      const operation = naming(people, { operationType, rangesOf });
      try {
        await limits.charge(claims, rest.cost ?? 1, operation);
        return null;
      } catch (error) {
        return error as HubError;
      }
    },
  };
}

/** So many different people. */
export const crowd = (count: number, name = "person"): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index}`);
