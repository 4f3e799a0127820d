import { mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readEmbeddedSecrets } from "../../embedded/embeddedSecrets";
import { requestToken } from "../../identityProvider/requestToken";
import { freePort } from "../../services/freePort";
import { middleBy } from "../load/middleBy";
import { requireUser } from "../rig/requireUser";
import type { AnnouncedHub, HubOptions, StartingHub } from "../rig/startHub";
import type { Rig } from "../rig/rig";
import { dossierBody, isWholeDossier } from "./dossierBodies";
import type { Workload } from "./workload";

const INVESTIGATOR = "investigator";
/** As many as `npm start` makes up by itself. */
const MOST_PEOPLE = 2_000;
const ASK_EVERY_MS = 20;
/** Many times as long as it may take. */
const START_LIMIT_MS = 120_000;

/** From `npm start` to the first dossier, with the people in place, on all cores as anybody would start it. */
export const START: Workload = {
  name: "start",
  about: "`npm start` over data that is in place, to the first dossier",
  isWholeMachine: true,
  async run(rig, scale, tell) {
    const options = {
      folder: mkdtempSync(join(resolve(rig.folder), "hub-")),
      port: await freePort(1),
      people: Math.min(scale.people, MOST_PEOPLE),
    };
    tell("a first start puts the data in place");
    const ask = await withHub(rig, options, async hub => createQuestion(await hub.announced, options.folder));
    const times: number[] = [];
    for (let round = 1; round <= scale.rounds; round++) {
      tell(`start ${round} of ${scale.rounds}`);
      const startedAt = performance.now();
      await withHub(rig, options, async hub => {
        await untilAnswered(ask, hub);
        times.push((performance.now() - startedAt) / 1_000);
      });
    }
    const each = times.map(seconds => seconds.toFixed(1)).join(", ");
    return [
      {
        workload: this.name,
        what: "s to the first answer",
        figure: middleBy(times, seconds => seconds),
        target: { most: 8 },
        detail: `${each} s with ${options.people} people`,
      },
    ];
  },
};

/** Ends the hub whatever comes of it: it would run through all workloads that follow. */
async function withHub<T>(rig: Rig, options: HubOptions, use: (hub: StartingHub) => Promise<T>): Promise<T> {
  const hub = rig.startHub(options);
  try {
    return await use(hub);
  } finally {
    await hub.stop();
  }
}

/** The dossier of the ring member, with a token that outlives the hub that gave it; tells whether it was answered. */
async function createQuestion(
  { gateway, identityProvider, people }: AnnouncedHub,
  folder: string,
): Promise<() => Promise<boolean>> {
  const secret = readEmbeddedSecrets(folder).identity.clientSecrets[INVESTIGATOR] ?? "";
  const { token } = await requestToken(identityProvider, requireUser(INVESTIGATOR), secret);
  const { document, caseNumber } = people.ringMember;
  const request = {
    method: "POST",
    body: dossierBody(document),
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "duanka-purpose": "CASE",
      "duanka-reference": caseNumber ?? "",
    },
  };
  return async () => isWholeDossier(await (await fetch(`${gateway}/graphql`, request)).text());
}

async function untilAnswered(ask: () => Promise<boolean>, hub: StartingHub): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  // At first nobody listens there yet.
  while (!(await ask().catch(() => false))) {
    if (!hub.isRunning()) throw new Error("npm start ended before it answered");
    if (performance.now() > deadline) throw new Error(`npm start did not answer in ${START_LIMIT_MS} ms`);
    await pause(ASK_EVERY_MS);
  }
}
