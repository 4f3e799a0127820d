import { sql } from "kysely";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../../schema/database/openDatabase";
import { askHub } from "../../../scripts/hub/askHub";
import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import { connectFeed, type FeedConnection } from "../../support/connectFeed";
import { createOwnIssuers, officerId, type Officer, type OwnIssuers } from "../../support/ownIssuers";
import { startSeparateHub, type SeparateHub } from "../../support/separateHub";
import { testServices } from "../../support/services";
import { VOUCHED } from "./cast";
import { playStory } from "./playStory";
import { createStage, type Stage } from "./stage";
import type { Cause } from "./story";
import { writeOutOfOrder } from "./writeOutOfOrder";

/** The sanction overlaps with the spread on accounts and with the other one on lines. */
const ORDERS: readonly (readonly [Cause, Cause, Cause])[] = [
  ["sanction", "spread", "phone"],
  ["sanction", "phone", "spread"],
  ["spread", "sanction", "phone"],
  ["spread", "phone", "sanction"],
  ["phone", "sanction", "spread"],
  ["phone", "spread", "sanction"],
];

describe("a sanction of twelve accounts in four institutions and three lines at two carriers", () => {
  let hub: SeparateHub;
  let stage: Stage;
  let issuers: OwnIssuers;
  beforeAll(async () => {
    issuers = await createOwnIssuers(VOUCHED);
    const secrets = { ...createSecretVariables() };
    // With Redis the parts wake each other; without it each rests for a second after every step.
    const variables = { ...secrets, REDIS_URL: testServices().redisUrl };
    hub = await startSeparateHub(variables, () => issuers.trusted);
    const { gateway, databaseUrls } = hub;
    stage = createStage({ gateway: gateway.address, issuers, secrets, databaseUrls });
  });
  afterAll(async () => {
    await stage.close();
    await hub.close();
  });

  let serial = 0;
  test.each(ORDERS)(
    "travels everywhere once, and comes back as the %s is lifted first, then the %s, then the %s",
    async (...lifting) => {
      await playStory(stage, (serial += 1), lifting);
    },
  );

  describe("is told by a feed", () => {
    /** Nobody else here is of this bank: what they are told is known. */
    const READER: Officer = { role: "bank-risk", institution: "106" };
    const audience = "bank:106";
    const connect = async (token: string, lastId?: string) => connectFeed(hub.gateway.address, token, lastId);
    const until = async (isSo: () => boolean | Promise<boolean>) => {
      while (!(await isSo())) await sleep(20);
    };
    const countTold = async () => {
      const { rows } = await sql<{ told: number }>`select count(*)::int as told from banking.change
        where audience = ${audience}`.execute(stage.stores.banking.db);
      return rows[0]!.told;
    };
    const readAll = async (feed: FeedConnection) => {
      await stage.settled();
      const last = await countTold();
      await until(() => feed.events.at(-1)?.sequence === last);
      feed.leave();
      await feed.ended;
      return feed.events;
    };

    test("of which a subscriber who is away for 1,000 events, of writers that commit out of order and roll back, misses none and sees no hole", async () => {
      const token = await issuers.tokenFor(READER);
      const first = await connect(token);
      const before = await readAll(first);
      const committed = await writeOutOfOrder(stage.stores.banking, audience);
      expect(committed.length).toBeGreaterThan(1_000);
      const missed = await readAll(await connect(token, first.lastId()));
      expect(missed.map(({ kind }) => kind).sort()).toEqual([...committed].sort());
      const sequences = [...before, ...missed].map(({ sequence }) => sequence);
      expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    });

    test("that leaves a record of each delivery, and is closed when the token ends or its officer is revoked", async () => {
      const audit = openDatabase({ url: hub.databaseUrls.audit });
      const revoked: Officer = { role: "bank-risk", institution: "103" };
      const tokens = [await issuers.tokenFor(READER, 5), await issuers.tokenFor(revoked)];
      const feeds = await Promise.all(tokens.map(token => connect(token)));
      expect(feeds.map(({ status }) => status)).toEqual([200, 200]);
      const deliveries = async () => {
        const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit.access_record
          where caller = ${officerId(READER)} and operation like 'BankingFeed %' and outcome = 'OK'`.execute(
          audit.db,
        );
        return rows[0]!.count;
      };
      const tell = (kind: string) =>
        sql`insert into banking.outbox (at, kind, audiences, touched) values (now(), ${kind},
          array[${audience}, 'bank:103'], array[]::text[])`.execute(stage.stores.banking.db);
      const isOver = async (token: string) => {
        const { errors } = await askHub(hub.gateway.address, token, "{ __typename }", {});
        return errors?.[0]?.extensions?.code === "UNAUTHENTICATED";
      };
      const lastKinds = () => feeds.map(({ events }) => events.at(-1)?.kind);

      await stage.settled();
      const last = await countTold();
      await until(() => feeds[0]!.events.at(-1)?.sequence === last);
      const recorded = await deliveries();
      await tell("IN_TIME");
      await until(() => lastKinds().every(kind => kind === "IN_TIME"));
      await until(async () => (await deliveries()) > recorded);

      await sql`insert into audit.revocation (id, officer_id, revoked_at, reason)
        values (${randomUUID()}::uuid, ${officerId(revoked)}, now() + interval '1 minute', 'left')`.execute(
        audit.db,
      );
      for (const token of tokens) await until(async () => await isOver(token));
      await tell("TOO_LATE");
      await Promise.all(feeds.map(({ ended }) => ended));
      expect(lastKinds()).toEqual(["IN_TIME", "IN_TIME"]);
      await audit.close();
    });
  });
});
