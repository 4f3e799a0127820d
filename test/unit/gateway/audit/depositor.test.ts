import { setTimeout as sleep } from "node:timers/promises";
import type { Checkpoint } from "../../../../gateway/audit/checkpoint";
import { createDepositor } from "../../../../gateway/audit/depositor";

const at = (sequence: number): Checkpoint => ({ chain: "c", sequence, hash: "", at: "", signature: "" });

/** What a depository was given, and a depositor that serves it. */
function createDeposits(refuse: () => void = () => undefined) {
  const kept: number[] = [];
  const troubles: unknown[] = [];
  const depository = {
    name: "telecom",
    // Not async: a depository may also fail on the spot.
    deposit({ sequence }: Checkpoint): Promise<void> {
      refuse();
      kept.push(sequence);
      return Promise.resolve();
    },
  };
  const depositor = createDepositor([depository], (_, error) => troubles.push(error));
  return { kept, troubles, depositor };
}

test("a checkpoint that comes after a second in which nothing happened is deposited all the same", async () => {
  const { kept, depositor } = createDeposits();
  const [first, second] = [at(0), at(1)];
  depositor.offer(first);
  await sleep(1);
  // The same one again: nobody has asked anything meanwhile.
  depositor.offer(first);
  await sleep(1);
  depositor.offer(second);
  await depositor.settle();
  expect(kept).toEqual([0, 1]);
});

test("the last checkpoint is deposited at the end of a hub that stood idle", async () => {
  const { kept, depositor } = createDeposits();
  const first = at(0);
  depositor.offer(first);
  await depositor.settle();
  await depositor.settle();
  depositor.offer(at(7));
  await depositor.settle();
  expect(kept).toEqual([0, 7]);
});

test("a depository that fails on the spot is told of, and asked again", async () => {
  let isAway = true;
  const { kept, troubles, depositor } = createDeposits(() => {
    if (isAway) throw new Error("away");
  });
  const first = at(0);
  depositor.offer(first);
  await sleep(1);
  expect(troubles).toHaveLength(1);
  isAway = false;
  depositor.offer(first);
  await depositor.settle();
  expect(kept).toEqual([0]);
});
