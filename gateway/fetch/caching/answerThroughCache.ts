import type { ExecutionResult } from "graphql";
import { HOLDS_UNTIL_EXTENSION } from "../../../schema/contract/answerExtensions";
import type { EntityCache, Filling, Found } from "../../cache/entityCache";
import type { JsonObject } from "../json";
import type { SubgraphRequest, SubgraphTransport } from "../subgraphTransport";
import { askForPart, type PartialAnswer } from "./partialAnswer";
import type { FetchDocument, SplitFetch } from "./splitFetch";

/** A fetch whose entities are known before it is made. */
interface CachedFetch {
  readonly transport: SubgraphTransport;
  readonly cache: EntityCache;
  readonly request: SubgraphRequest;
  readonly fetch: SplitFetch;
  readonly ids: readonly string[];
}

const MS = 1_000;

/**
 * Looks for each entity, asks whole for those that are missing and for the live part of the others, all at once,
 * and puts the answer together as the subgraph would have given it. What came with an error is not kept.
 */
export async function answerThroughCache(cached: CachedFetch): Promise<ExecutionResult> {
  const { request, fetch } = cached;
  const found = await findAll(cached);
  const missing = positionsOf(found, ({ kind }) => kind === "FILL" || kind === "ASK");
  const there = positionsOf(found, ({ kind }) => kind === "HIT" || kind === "WAIT");
  const [whole, live, values] = await Promise.all([
    askAndFill(cached, found, missing),
    fetch.live === null ? null : ask(cached, fetch.live, there),
    readValues(cached, found, there),
  ]);
  // Those that were waited for and did not come.
  const late = there.filter(position => !values.has(position));
  const reusable = await ask(cached, fetch.reusable, late);
  const parts = [whole, live, reusable];
  // Nothing came of a part: as without the cache, nothing came.
  const broken = parts.find(part => part?.entities === null);
  if (broken) return broken.answer;
  if (values.size > 0) for (const field of fetch.fields) request.notes.servedFromCache.add(field);

  const entities = new Map<number, JsonObject | null>(values);
  place(entities, missing, whole);
  place(entities, late, reusable);
  if (live !== null) merge(entities, there, live);
  const errors = parts.flatMap(part => part?.errors ?? []);
  return toAnswer(
    fetch,
    [...found.keys()].map(position => entities.get(position) ?? null),
    errors,
  );
}

async function findAll({ cache, request, fetch, ids }: CachedFetch): Promise<Found[]> {
  const { subgraph, variables, claims } = request;
  const type = fetch.road.typeName;
  const selection = fetch.describe(variables);
  const startedAt = performance.now();
  const found = await Promise.all(
    ids.map(id => cache.find({ subgraph, type, id, selection, view: claims.view })),
  );
  cache.events.looked((performance.now() - startedAt) / MS);
  return found;
}

function positionsOf(found: readonly Found[], isMeant: (one: Found) => boolean): number[] {
  return found.flatMap((one, position) => (isMeant(one) ? [position] : []));
}

/** The values that are there, or are about to be. A fetch ends with its request, whoever is waited for. */
async function readValues(
  { request: { deadlineAt } }: CachedFetch,
  found: readonly Found[],
  positions: readonly number[],
): Promise<Map<number, JsonObject>> {
  const values = new Map<number, JsonObject>();
  await Promise.all(
    positions.map(async position => {
      const one = found[position];
      const json =
        one?.kind === "HIT" ? one.json : one?.kind === "WAIT" ? await before(deadlineAt, one.json) : null;
      if (json !== null) values.set(position, JSON.parse(json) as JsonObject);
    }),
  );
  return values;
}

async function before(deadlineAt: number, json: Promise<string | null>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), Math.max(0, deadlineAt - performance.now()));
  });
  try {
    return await Promise.race([json, isOver]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(
  { transport, request, fetch }: CachedFetch,
  document: FetchDocument,
  positions: readonly number[],
): Promise<PartialAnswer | null> {
  return positions.length === 0 ? null : askForPart(transport, request, fetch.road, document, positions);
}

/** Asks whole for what is missing, and keeps of it what may be kept. Whoever waits for it is told in any case. */
async function askAndFill(
  cached: CachedFetch,
  found: readonly Found[],
  positions: readonly number[],
): Promise<PartialAnswer | null> {
  const fillings = new Map<number, Filling>();
  for (const position of positions) {
    const one = found[position];
    if (one?.kind === "FILL") fillings.set(position, one.filling);
  }
  const { request, fetch } = cached;
  try {
    const part = await ask(cached, { document: request.document, source: request.source }, positions);
    const isWhole = part !== null && part.answer.errors === undefined;
    if (!isWhole || part.entities === null) return part;
    const holdsUntil = readMoment(part.answer.extensions?.[HOLDS_UNTIL_EXTENSION]);
    part.entities.forEach((entity, index) => {
      const position = positions[index] ?? -1;
      const kept = entity && keepReusable(fetch, cached.ids[position], entity);
      const filling = fillings.get(position);
      if (kept === null || filling === undefined) return;
      filling.fill(JSON.stringify(kept), fetch.lifetimeMs, holdsUntil);
      fillings.delete(position);
    });
    return part;
  } finally {
    for (const filling of fillings.values()) filling.giveUp();
  }
}

/** Null where the answer is not whole, or is about another entity than was asked for. */
function keepReusable(
  { names, road }: SplitFetch,
  id: string | undefined,
  entity: JsonObject,
): JsonObject | null {
  const kept: JsonObject = {};
  for (const name of names) {
    if (!Object.hasOwn(entity, name)) return null;
    kept[name] = entity[name];
  }
  const told = entity[road.keyField];
  const isAsked = told === undefined || told === id || JSON.stringify(told) === id;
  return isAsked ? kept : null;
}

/** An unreadable moment is past: what it says is not understood, so nothing may be kept. */
function readMoment(told: unknown): Date | null {
  if (told === undefined || told === null) return null;
  const moment = new Date(typeof told === "string" ? told : NaN);
  return Number.isNaN(moment.getTime()) ? new Date(0) : moment;
}

function place(
  entities: Map<number, JsonObject | null>,
  positions: readonly number[],
  part: PartialAnswer | null,
): void {
  positions.forEach((position, index) => {
    if (part !== null) entities.set(position, part.entities?.[index] ?? null);
  });
}

/** An entity that is gone for the live part is gone. */
function merge(
  entities: Map<number, JsonObject | null>,
  positions: readonly number[],
  live: PartialAnswer,
): void {
  positions.forEach((position, index) => {
    const [reused, rest] = [entities.get(position) ?? null, live.entities?.[index] ?? null];
    entities.set(position, reused === null || rest === null ? null : { ...reused, ...rest });
  });
}

function toAnswer(
  { road }: SplitFetch,
  entities: readonly (JsonObject | null)[],
  errors: PartialAnswer["errors"],
): ExecutionResult {
  const data = { [road.name]: road.isList ? entities : (entities[0] ?? null) };
  // As they come off the wire: the errors of a subgraph are plain objects.
  return { data, ...(errors.length === 0 ? {} : { errors }) } as ExecutionResult;
}
