import { sql } from "kysely";
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createRandom } from "../../../scripts/seed/world/random/createRandom";
import { createOwnIssuers, type OwnIssuers } from "../../support/ownIssuers";
import { PROCESSES, startProcessHub, type ProcessHub, type ProcessName } from "../../support/processHub";
import { VOUCHED } from "../../flow/spread/cast";
import { playStory } from "../../flow/spread/playStory";
import { createStage, type Stage } from "../../flow/spread/stage";
import type { Cause } from "../../flow/spread/story";
import { followFeed, type FollowedFeed } from "./followFeed";

/** A few in the daily run; `DUANKA_KILLS=50 npx jest test/fault/spread` kills fifty times, and takes some minutes. */
const KILLS = Number(process.env.DUANKA_KILLS ?? 3);
/** Printed; with the same one the same processes are killed after the same questions. */
const SEED = Number(process.env.DUANKA_KILL_SEED ?? randomInt(2 ** 31));
/** A story asks about 110 questions, and a kill lets some more be asked: two to five kills a story. */
const QUESTIONS_BETWEEN_KILLS = 25;
/** As long as a question and what follows from it take: some are killed before, some within, some after. */
const LATEST_KILL_MS = 120;
const ORDERS: readonly (readonly Cause[])[] = [
  ["sanction", "phone", "spread"],
  ["spread", "phone", "sanction"],
];

interface PlannedKill {
  readonly name: ProcessName;
  /** After so many questions since the last one. */
  readonly questions: number;
  readonly delayMs: number;
}

describe(`a hub of which something is killed with -9 ${KILLS} times while a sanction travels (seed ${SEED})`, () => {
  let hub: ProcessHub;
  let issuers: OwnIssuers;
  let stage: Stage;
  let feed: FollowedFeed;
  const plan = planKills();
  const killed: string[] = [];
  let left = 0;
  let killing: Promise<void> | null = null;

  function onAsk(question: number): void {
    const next = plan[killed.length];
    if (next === undefined || killing !== null || (left -= 1) > 0) return;
    killing = kill(next, question);
  }

  async function kill({ name, delayMs }: PlannedKill, question: number): Promise<void> {
    await sleep(delayMs);
    await hub.kill(name);
    killed.push(`${name} ${delayMs} ms after question ${question}`);
    left = plan[killed.length]?.questions ?? 0;
    killing = null;
  }

  beforeAll(async () => {
    issuers = await createOwnIssuers(VOUCHED);
    hub = await startProcessHub(issuers.trusted);
    const { gateway, secrets, databaseUrls } = hub;
    stage = createStage({ gateway, issuers, secrets, databaseUrls, onAsk });
    feed = followFeed(gateway, await issuers.tokenFor({ role: "bank-reporting", institution: "102" }));
  }, 180_000);
  afterAll(async () => {
    feed.stop();
    await killing;
    await stage.close();
    await hub.close();
  });

  test(
    "loses nothing and does nothing twice",
    async () => {
      left = plan[0]?.questions ?? 0;
      let stories = 0;
      while (killed.length < KILLS) {
        stories += 1;
        await playStory(stage, stories, ORDERS[stories % ORDERS.length] ?? []).catch((error: unknown) => {
          const kills = killed.join("; ");
          throw new Error(`story ${stories}, seed ${SEED}, killed so far: ${kills}`, { cause: error });
        });
      }
      await killing;
      await stage.settled();
      // Whoever follows the feed was cut off with the gateway, and went on from where they were.
      const told = await countTold(stage);
      while (feed.events().length < told) await sleep(50);
      expect(feed.events().map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: told }, (_, index) => index + 1),
      );
      const ofOrders = feed
        .events()
        .filter(({ orderId }) => orderId !== null)
        .map(({ kind, orderId }) => `${kind} ${orderId}`);
      expect(ofOrders).toHaveLength(stories * ORDER_EVENTS_AT_102);
      expect(new Set(ofOrders).size).toBe(ofOrders.length);
    },
    180_000 + KILLS * 30_000,
  );
});

/** Of each story: four orders of the sanction and three of the spread, issued and executed, and what undoes each. */
const ORDER_EVENTS_AT_102 = 4 * (4 + 3);

async function countTold({ stores }: Stage): Promise<number> {
  const { rows } = await sql<{ told: number }>`select count(*) as told from banking.change
    where audience = 'bank:102'`.execute(stores.banking.db);
  return Number(rows[0]?.told);
}

function planKills(): readonly PlannedKill[] {
  const random = createRandom(SEED, "kills");
  return Array.from({ length: KILLS }, () => ({
    name: random.pick(PROCESSES),
    questions: random.integer(1, QUESTIONS_BETWEEN_KILLS),
    delayMs: random.integer(0, LATEST_KILL_MS),
  }));
}
