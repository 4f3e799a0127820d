import { buildSchema, parse, type DocumentNode } from "graphql";
import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import { createCounterNames } from "../../../../gateway/limits/createCounterNames";
import { createCounting, type Counting } from "../../../../gateway/limits/createCounting";
import { createSought } from "../../../../gateway/limits/createSought";
import { createLimits, type Limits } from "../../../../gateway/limits/createLimits";
import { createRedisCounters } from "../../../../gateway/limits/redisCounters";
import type { Alarm, UnderstoodOperation } from "../../../../gateway/requestContext";
import { parsePhoneNumber } from "../../../../schema/contract/phoneNumber";
import type { HubError } from "../../../../schema/contract/errors";
import { claimsOf } from "../../../support/claims";

/** Limits of their own, with whatever alarms they raise. */
export interface LimitsWorld {
  readonly limits: Limits;
  readonly alarms: Alarm[];
  /** Asks as a caller; the refusal, or null. */
  ask(
    caller: string,
    operation: UnderstoodOperation,
    rest?: Partial<Omit<LookOptions, "rangesOf">>,
  ): Promise<HubError | null>;
  /** Asks for people as a caller; the refusal, or null. */
  look(caller: string, people: readonly string[], rest?: Partial<LookOptions>): Promise<HubError | null>;
}

interface LookOptions {
  readonly cost: number;
  readonly institution: string | null;
  readonly kind: "BANK" | "PERSON";
  readonly rangesOf: (person: string) => readonly string[];
}

const DOCUMENT: DocumentNode = parse("{ __typename }");
export const LIMITS_SCHEMA = buildSchema(`
  type Query { people(ids: [ID!]): [Person] line(number: ID): Line }
  type Mutation { report(ids: [ID!]): Int meet(ids: [ID!]): [Person!] mark(input: Marking): Mark }
  input Marking { number: ID }
  type Mark { id: ID line: Line }
  type Person { id: ID! held: Int }
  type Line { owner: Person }
`);

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
  return createCounting(null, randomBytes(32), 1, now);
}

/** Limits that nothing has been counted for yet. */
export function createLimitsWorld(counting: Counting, volume = 1): LimitsWorld {
  const alarms: Alarm[] = [];
  const limits = createLimits({
    counting,
    audit: {
      begin: () => () => undefined,
      intend: () => Promise.resolve(),
      record: () => Promise.resolve({}),
      refuse: () => Promise.resolve({}),
    },
    raise: alarm => {
      alarms.push(alarm);
      return Promise.resolve();
    },
    sought: createSought({
      peopleIn: (_operation, value) =>
        Array.isArray(value) ? (value as string[]) : ((value as { people?: string[] }).people ?? []),
      shownTypes: new Set(["Person", "Line"]),
      keepers: new Set(["mark"]),
      lookUps: {
        line: [{ thing: "line", at: ["number"], parse: parsePhoneNumber, findsThing: true }],
        mark: [{ thing: "line", at: ["input", "number"], parse: parsePhoneNumber, findsThing: false }],
      },
    }),
    findHoldings: () => [["people", "held"], ["mine"]],
    volumeOf: () => volume,
  });
  const ask: LimitsWorld["ask"] = async (caller, operation, rest = {}) => {
    const { institution = "102", kind = "BANK" } = rest;
    try {
      const claims = claimsOf({ id: caller, institution, kind });
      await limits.charge(claims, rest.cost ?? 1, operation, LIMITS_SCHEMA);
      return null;
    } catch (error) {
      return error as HubError;
    }
  };
  return {
    limits,
    alarms,
    ask,
    look: (caller, people, rest = {}) =>
      ask(caller, naming(people, { rangesOf: rest.rangesOf ?? (() => []) }), rest),
  };
}

/** So many different people. */
export const crowd = (count: number, name = "person"): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index}`);
