import { createHash } from "node:crypto";

/** A stream of repeatable chance: the same seed and labels give the same values on every machine. */
export interface Random {
  /** A stream of its own: what is drawn from it moves nothing that is drawn from this one. */
  fork(...labels: readonly (string | number)[]): Random;
  /** At least 0, below 1. */
  fraction(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Picks by weight; the weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** So many different ones, in random order; fewer when there are not that many. */
  sample<T>(choices: readonly T[], count: number): T[];
  uuid(): string;
}

const UINT32_RANGE = 0x1_0000_0000;

/**
 * Chance for the made-up world. The generator is sfc32 with its 128 bits of state taken from a hash of seed and
 * labels: with fewer bits two of the millions of streams would meet and their UUIDs be the same.
 */
export function createRandom(seed: number, ...labels: readonly (string | number)[]): Random {
  const next = createSfc32(
    createHash("sha256")
      .update(`${seed}|${labels.join("|")}`)
      .digest(),
  );
  const fraction = (): number => next() / UINT32_RANGE;
  const integer = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  return {
    fork: (...more) => createRandom(seed, ...labels, ...more),
    fraction,
    integer,
    chance: probability => fraction() < probability,
    pick: choices => elementAt(choices, integer(0, choices.length - 1)),
    weighted: choices => pickByWeight(choices, fraction()),
    sample: (choices, count) => sampleOf(choices, count, integer),
    uuid: () => writeUuid([next(), next(), next(), next()]),
  };
}

function createSfc32(state: Buffer): () => number {
  let a = state.readUInt32LE(0);
  let b = state.readUInt32LE(4);
  let c = state.readUInt32LE(8);
  let counter = state.readUInt32LE(12);
  return () => {
    const output = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + output) >>> 0;
    return output;
  };
}

function elementAt<T>(choices: readonly T[], index: number): T {
  if (choices.length === 0) throw new RangeError("There is nothing to pick from.");
  return choices[index] as T;
}

function pickByWeight<T>(choices: readonly (readonly [T, number])[], fraction: number): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = fraction * total;
  for (const [choice, weight] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  return elementAt(choices, choices.length - 1)[0];
}

function sampleOf<T>(choices: readonly T[], count: number, integer: Random["integer"]): T[] {
  const left = [...choices];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) {
    const index = integer(0, left.length - 1);
    taken.push(elementAt(left, index));
    left[index] = elementAt(left, left.length - 1);
    left.pop();
  }
  return taken;
}

function writeUuid(words: readonly number[]): string {
  const hex = words.map(word => word.toString(16).padStart(8, "0")).join("");
  const variant = "89ab".charAt(parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join("-");
}
