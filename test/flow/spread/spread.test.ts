import { createSecretVariables } from "../../../scripts/settings/createSecretVariables";
import { createOwnIssuers } from "../../support/ownIssuers";
import { startSeparateHub, type SeparateHub } from "../../support/separateHub";
import { testServices } from "../../support/services";
import { VOUCHED } from "./cast";
import { playStory } from "./playStory";
import { createStage, type Stage } from "./stage";
import type { Cause } from "./story";

/** The sanction overlaps with the spread on accounts and with the other one on lines: each pair in both orders. */
const ORDERS: readonly (readonly [Cause, Cause, Cause])[] = [
  ["sanction", "spread", "phone"],
  ["spread", "sanction", "phone"],
  ["phone", "sanction", "spread"],
  ["phone", "spread", "sanction"],
];

describe("a sanction of twelve accounts in four institutions and three lines at two carriers", () => {
  let hub: SeparateHub;
  let stage: Stage;
  beforeAll(async () => {
    const issuers = await createOwnIssuers(VOUCHED);
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
});
