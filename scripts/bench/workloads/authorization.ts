import { mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import { profileShare } from "../load/profileShare";
import { WARM_UP_REQUESTS } from "../load/inTurns";
import { putUnderLoad } from "../load/putUnderLoad";
import { requireRight } from "../load/requireRight";
import { dossierBodies, isWholeDossier } from "./dossierBodies";
import type { Workload } from "./workload";

const CONNECTIONS = 16;
/** Asked for every ten seconds or so: what is kept of them is still there, and a yes about the purpose is not. */
const KNOWN_PEOPLE = 500;
/** The profile has the start and the warming up in it as well: they have to be a small part of what is measured. */
const LEAST_SECONDS = 40;
/** Who asks is authentication, and costs a signature check whatever is asked; all else of the room is authorization. */
const AUTHENTICATION =
  /\/(?:authenticate|identify|callerOf|trustedIssuers|issuerKeys|fetchKeySet|tokenRefusal|revocations)\.js$/;

/** What authorization adds to a warm request: its part of the gateway's processor time, read from a profile. */
export const AUTHORIZATION: Workload = {
  name: "authorization",
  about: "a known question of known people: the share of processor time that decides who may see what",
  async run(rig, scale, tell) {
    const redisUrl = await rig.emptyRedis();
    const profileFolder = mkdtempSync(join(resolve(rig.folder), "profile-"));
    const contestant = await rig.startContestant("duanka", rig.subgraphs, { redisUrl, profileFolder });
    const load = {
      connections: CONNECTIONS,
      next: dossierBodies(rig.world.documents.slice(0, KNOWN_PEOPLE)),
      isRight: isWholeDossier,
    };
    tell("warming up");
    await putUnderLoad(contestant, { ...load, requests: Math.min(WARM_UP_REQUESTS, 10 * scale.people) });
    tell("measuring");
    const seconds = Math.max(scale.seconds, LEAST_SECONDS);
    const result = requireRight("duanka", await putUnderLoad(contestant, { ...load, seconds }));
    await contestant.stop();
    const isAuthorization = (url: string): boolean =>
      url.includes("/gateway/auth/") && !AUTHENTICATION.test(url);
    const share = profileShare(profileFolder, isAuthorization);
    // Rights cost something: a profile without them is read wrongly.
    if (share === 0) throw new Error("the profile has no authorization in it");
    return [
      {
        workload: this.name,
        what: "authorization : the rest of the request",
        figure: share / (1 - share),
        target: { most: 0.05 },
        detail: `${(share * 100).toFixed(1)} % of the gateway's processor time at ${result.requestsPerSecond.toFixed(0)}/s`,
      },
    ];
  },
};
