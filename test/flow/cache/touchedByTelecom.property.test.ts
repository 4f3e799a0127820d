import * as fc from "fast-check";
import { eachStore } from "../../support/databases";
import { createTelecomHub } from "../telecom/telecomHub";
import { NOW, TELECOM_WORLD } from "../telecom/telecomWorld";
import { EMPTY_CHUNK } from "../telecom/telecomRows";
import { randomWrites, type Step } from "./support/randomWrites";
import { TelecomWrites } from "./support/telecomWrites";
import { createTouchedWatch } from "./support/touchedWatch";

/** Each looks at all that may be kept, for everybody, some twenty times over. */
const RUNS = 6;
const LIMIT_MS = 180_000;
const HOUR_MS = 3_600_000;

/** What may happen, and how often: an end needs a beginning, and what was refused is then lifted. */
const WRITES = {
  report: 1,
  status: 3,
  move: 2,
  port: 2,
  reverify: 2,
  acknowledge: 1,
  flag: 3,
  notice: 1,
  hearOfNotice: 1,
  verify: 3,
  dismiss: 1,
  dispute: 1,
  deliver: 1,
  execute: 3,
  refuse: 1,
  measure: 2,
  caseLine: 1,
  lift: 2,
  expire: 1,
  object: 1,
  list: 1,
  unlist: 1,
  objectToListing: 1,
  checkDay: 1,
  rectify: 1,
  outlets: 1,
  coverage: 1,
  wait: 2,
  nextDay: 1,
} as const;
type Write = keyof typeof WRITES;

/** One line's life, in which each of these writes has something to write. */
const STORY: readonly Step<Write>[] = [
  ["flag", 1],
  ["verify", 0],
  ["deliver", 1],
  ["execute", 1],
  ["reverify", 1],
  ["flag", 2],
  ["dismiss", 0],
  ["hearOfNotice", 2],
  ["notice", 2],
  ["measure", 2],
  ["execute", 2],
  ["lift", 0],
  ["execute", 2],
  ["acknowledge", 2],
  ["status", 14],
  ["move", 6],
  ["port", 6],
  ["report", 22],
  ["move", 3],
];
/** Orders, blacklists, breaches and outlets are shown with lines and people, and kept of none of them. */
const SEEN_IN_STORY: readonly Write[] = [
  "acknowledge",
  "dismiss",
  "execute",
  "flag",
  "hearOfNotice",
  "move",
  "notice",
  "port",
  "report",
  "reverify",
  "status",
  "verify",
];

eachStore("telecom", open => {
  test(
    "whoever writes, names every entity whose kept answers have become others; nothing changes by itself",
    async () => {
      const hub = await createTelecomHub(await open());
      await hub.write({ ...EMPTY_CHUNK, institutions: TELECOM_WORLD.institutions });
      const live = async (steps: readonly Step<Write>[]): Promise<Set<Write>> => {
        hub.setNow(NOW);
        const seen = new Set<Write>();
        const world = new TelecomWrites(hub, NOW);
        const watch = createTouchedWatch(hub, () => world.findWorld());
        await world.begin();
        await watch.begin(world.at);
        for (const [write, number] of steps) {
          const what = `${write} ${number}`;
          if (write === "wait" || write === "nextDay") {
            world.waitFor(write === "wait" ? ((number % 11) + 1) * HOUR_MS : 24 * HOUR_MS);
            await watch.expectPromised(what, world.at);
            continue;
          }
          const touched = await world.perform(write, number);
          if ((await watch.expectNamed(what, touched, world.at)) > 0) seen.add(write);
        }
        return seen;
      };
      expect([...(await live(STORY))].sort()).toEqual(SEEN_IN_STORY);
      await fc.assert(
        fc.asyncProperty(randomWrites(WRITES), async steps => void (await live(steps))),
        { numRuns: RUNS },
      );
      expect(hub.faults).toEqual([]);
    },
    LIMIT_MS,
  );
});
