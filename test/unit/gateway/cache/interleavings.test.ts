import { randomUUID } from "node:crypto";
import type { CacheStore } from "../../../../gateway/cache/cacheStore";
import { eachCacheStore } from "./eachCacheStore";

type Actor = "first reader" | "second reader" | "writer";
const STEPS: Readonly<Record<Actor, number>> = { "first reader": 3, "second reader": 3, writer: 2 };

/** Every order in which three actors can make their steps. */
function interleavings(left: Readonly<Record<Actor, number>>): Actor[][] {
  const actors = (Object.keys(left) as Actor[]).filter(actor => left[actor] > 0);
  if (actors.length === 0) return [[]];
  return actors.flatMap(actor =>
    interleavings({ ...left, [actor]: left[actor] - 1 }).map(rest => [actor, ...rest]),
  );
}

interface Outcome {
  /** What readers served whose look came after the writer's answer. */
  readonly afterAnswer: string[];
  readonly atTheEnd: string | null;
}

/** Reader: look, read, fill. Writer: write, invalidate, and with that its answer. */
async function play(store: CacheStore, order: readonly Actor[]): Promise<Outcome> {
  const place = { entity: `test:${randomUUID()}`, selection: "s" };
  let written = "old";
  let hasAnswered = false;
  const reads = new Map<string, string>();
  const readers = new Map<
    Actor,
    { lease: string; epoch: string; isOwn: boolean; value: string | null; late: boolean }
  >();
  const done = new Map<Actor, number>();

  async function stepOfReader(actor: Actor, step: number): Promise<void> {
    if (step === 0) {
      const { value, lease, epoch } = await store.look(place, actor, false);
      readers.set(actor, { lease: lease ?? "", epoch, isOwn: lease === actor, value, late: hasAnswered });
      return;
    }
    const reader = readers.get(actor)!;
    if (!reader.isOwn) return;
    if (step === 1) reads.set(actor, written);
    else await store.fill({ ...place, lease: actor, epoch: reader.epoch }, reads.get(actor)!);
  }

  for (const actor of order) {
    const step = done.get(actor) ?? 0;
    done.set(actor, step + 1);
    if (actor !== "writer") await stepOfReader(actor, step);
    else if (step === 0) written = "new";
    else {
      await store.invalidate([place.entity]);
      hasAnswered = true;
    }
  }
  const late = [...readers.values()].filter(reader => reader.late);
  return {
    // Who waits for another's lease is served what that one read.
    afterAnswer: late.map(({ value, lease }) => value ?? reads.get(lease)!),
    atTheEnd: (await store.look(place, "the last reader", false)).value,
  };
}

describe("two readers and one writer", () => {
  const orders = interleavings(STEPS);

  it("meet in 560 orders", () => {
    expect(orders).toHaveLength(560);
  });

  eachCacheStore(store => {
    it("never bring an old value back after the writer's answer, in whichever order", async () => {
      const kept: (string | null)[] = [];
      for (const order of orders) {
        const { afterAnswer, atTheEnd } = await play(store(), order);
        const context = order.join(", ");
        expect({ context, old: afterAnswer.filter(value => value !== "new") }).toEqual({ context, old: [] });
        expect({ context, atTheEnd }).not.toEqual({ context, atTheEnd: "old" });
        kept.push(atTheEnd);
      }
      // Not by keeping nothing at all.
      expect(kept.filter(value => value === "new").length).toBeGreaterThan(50);
    });
  });
});
