import { stat } from "node:fs/promises";
import { withinTime } from "../../../gateway/withinTime";

const late = (): Error => new Error("too late");
const never = new Promise<never>(() => undefined);

describe("work that has so much time", () => {
  test("who waits for what never comes is told that it is late", async () => {
    await expect(withinTime(never, 5, late)).rejects.toThrow("too late");
  });

  test("who has no time left is told so, and does not wait", async () => {
    await expect(withinTime(never, -1_000, late)).rejects.toThrow("too late");
  });

  test("what the work throws is what its caller gets", async () => {
    await expect(withinTime(Promise.reject(new Error("broken")), 1_000, late)).rejects.toThrow("broken");
  });

  test("what the work comes to in time is what its caller gets, and nothing goes on waiting", async () => {
    const before = process.getActiveResourcesInfo().filter(name => name === "Timeout").length;
    await expect(withinTime(Promise.resolve("here"), 60_000, late)).resolves.toBe("here");
    expect(process.getActiveResourcesInfo().filter(name => name === "Timeout")).toHaveLength(before);
  });

  test("an answer that came in while the process stood still counts, though its time is over", async () => {
    await stat(__filename);
    // Node has just read what came in, and comes to its timers before it reads again. Another thread looks meanwhile.
    const got = withinTime(stat(__filename), 20, late);
    standStill(200);
    expect((await got).isFile()).toBe(true);
  });
});

function standStill(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
