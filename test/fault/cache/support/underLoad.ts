import { setTimeout as pause } from "node:timers/promises";
import type { RedisKennel } from "./redisKennel";

/** What readers and a writer met while something went wrong. */
export interface LoadFigures {
  readonly fault: string;
  readonly answers: number;
  readonly fromCache: number;
  readonly errors: number;
  /** Answers older than what the writer had been answered before they were asked for. */
  readonly wrong: number;
  /** Writes whose answer said for how long others may see what was. */
  readonly declaredStale: number;
  readonly writes: number;
  readonly medianMs: number;
  readonly worstMs: number;
  /** Time that an answer spent on the cache, on average. */
  readonly cacheMs: number;
}

const READERS = 6;
const READER_RESTS_MS = 3;
const WRITER_RESTS_MS = 40;
const NAME = "query ($card: CardInput!) { person(card: $card) { name } }";
const RENAME = "mutation ($id: ID!, $name: String!) { rename(id: $id, name: $name) { id } }";

/** Lets readers read and a writer write while `happen` does, and counts what they met. */
export async function underLoad(
  hub: RedisKennel,
  fault: string,
  happen: () => Promise<void>,
  people: readonly string[] = ["ann"],
): Promise<LoadFigures> {
  const answered = new Map(people.map(id => [id, 0]));
  const delays: number[] = [];
  const counts = { fromCache: 0, errors: 0, wrong: 0, declaredStale: 0, writes: 0 };
  let isOver = false;
  let version = Number(/\d+/.exec(hub.state.names.get(people[0]!) ?? "")?.[0] ?? 0);
  const before = await cacheTime(hub);

  async function read(): Promise<void> {
    for (let turn = 0; !isOver; turn += 1) {
      const id = people[turn % people.length]!;
      const atLeast = answered.get(id)!;
      const startedAt = performance.now();
      const { data, errors, extensions } = await hub.ask(NAME, { card: { number: id } });
      delays.push(performance.now() - startedAt);
      const name = (data?.["person"] as { name?: string } | null | undefined)?.name;
      if (errors !== undefined || name === undefined) counts.errors += 1;
      else if (Number(name.slice(1)) < atLeast) counts.wrong += 1;
      if (extensions?.["servedFromCache"] !== undefined) counts.fromCache += 1;
      await pause(READER_RESTS_MS);
    }
  }

  async function write(): Promise<void> {
    for (let turn = 0; !isOver; turn += 1) {
      const id = people[turn % people.length]!;
      version += 1;
      const { errors, extensions } = await hub.ask(RENAME, { id, name: `v${version}` });
      if (errors !== undefined) counts.errors += 1;
      if (extensions?.["cache"] !== undefined) counts.declaredStale += 1;
      answered.set(id, version);
      counts.writes += 1;
      await pause(WRITER_RESTS_MS);
    }
  }

  for (const id of people) hub.state.names.set(id, `v${version}`);
  const load = [...Array.from({ length: READERS }, read), write()];
  await happen();
  isOver = true;
  await Promise.all(load);
  delays.sort((a, b) => a - b);
  const after = await cacheTime(hub);
  return {
    fault,
    answers: delays.length,
    ...counts,
    medianMs: round(delays[Math.floor(delays.length / 2)] ?? 0),
    worstMs: round(delays.at(-1) ?? 0),
    cacheMs: round(((after.sum - before.sum) * 1_000) / Math.max(1, after.count - before.count)),
  };
}

async function cacheTime({ gateway }: RedisKennel): Promise<{ sum: number; count: number }> {
  const text = await gateway.metrics.registry.metrics();
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? 0);
  return { sum: read("duanka_cache_seconds_sum"), count: read("duanka_cache_seconds_count") };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
