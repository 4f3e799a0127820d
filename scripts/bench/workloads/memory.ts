import { putUnderLoad } from "../load/putUnderLoad";
import { requireRight } from "../load/requireRight";
import { residentMegabytes } from "../load/residentMegabytes";
import { slope, type Sample } from "../load/slope";
import type { Rig, StartedContestant } from "../rig/rig";
import { dossierBodies, isWholeDossier } from "./dossierBodies";
import { createWarmTraffic } from "./warmTraffic";
import type { Workload } from "./workload";

const CONNECTIONS = 16;
/** Of the people of the benchmark's world: 100,000 in a full run. */
const TIMES_AS_MANY = 10;
/** In which they are asked for, each with a new token. */
const PARTS = 10;
const SAMPLE_EVERY_MS = 5_000;
const MINUTE_SECONDS = 60;
/** What a process takes up while it warms up says nothing of whether it leaks. */
const SETTLED_AFTER = 1 / 3;

/** What the gateway has in memory after many different dossiers, and whether it grows from then on. */
export const MEMORY: Workload = {
  name: "memory",
  about:
    "the gateway after so many distinct dossiers, with Redis; then --minutes of the traffic of dossier-warm",
  async run({ startAnother }, scale, tell) {
    const rig = await startAnother();
    const people = scale.people * TIMES_AS_MANY;
    tell(`making up people until there are ${people}`);
    await rig.grow(people);
    // Memory is measured here and not speed: the sooner all are through the better.
    rig.keepOffContestantsCore(false);
    const ours = await rig.startContestant("duanka", rig.subgraphs, { redisUrl: await rig.emptyRedis() });
    tell(`asking for ${people} dossiers`);
    const perSecond = await askForAll(rig, ours, people);
    const resident = residentMegabytes(ours.pid, "now");
    tell(`${resident.toFixed(0)} MB; a soak of ${scale.minutes} minutes`);
    const mostMegabytes = residentMegabytes(ours.pid, "at its most");
    const samples = await soak(rig, ours, scale.minutes);
    await ours.stop();
    await rig.stop();
    const settled = samples.filter(({ minute }) => minute >= scale.minutes * SETTLED_AFTER);
    const [first, last] = [settled[0], settled.at(-1)].map(sample => sample?.value.toFixed(0) ?? "?");
    return [
      {
        workload: this.name,
        what: `MB resident after ${people} distinct dossiers`,
        figure: resident,
        target: { most: 350 },
        detail: `at ${perSecond.toFixed(0)}/s, ${mostMegabytes.toFixed(0)} MB at its most`,
      },
      {
        workload: this.name,
        what: `MB/min over the last two thirds of ${scale.minutes} minutes`,
        figure: slope(settled),
        target: { most: 0.2 },
        detail: `from ${first} MB to ${last} MB`,
      },
    ];
  },
};

/** Everybody once, and how many a second. */
async function askForAll(rig: Rig, ours: StartedContestant, people: number): Promise<number> {
  const next = dossierBodies(rig.world.documents.slice(0, people));
  const startedAt = performance.now();
  for (let part = 0; part < PARTS; part++) {
    const headers = await freshHeaders(rig);
    const load = { connections: CONNECTIONS, next, isRight: isWholeDossier, requests: people / PARTS };
    requireRight("duanka", await putUnderLoad({ ...ours, headers }, load));
  }
  return people / ((performance.now() - startedAt) / 1_000);
}

/** A token lives for an hour; all that is asked here may take longer. */
function freshHeaders(rig: Rig): Promise<Readonly<Record<string, string>>> {
  return rig.headersOf("investigator", "CASE", rig.world.caseNumber);
}

async function soak(rig: Rig, ours: StartedContestant, minutes: number): Promise<readonly Sample[]> {
  const { askOrReport, isRight } = await createWarmTraffic(rig);
  const samples: Sample[] = [];
  const startedAt = performance.now();
  const sampling = setInterval(() => {
    const minute = (performance.now() - startedAt) / 1_000 / MINUTE_SECONDS;
    samples.push({ minute, value: residentMegabytes(ours.pid, "now") });
  }, SAMPLE_EVERY_MS);
  try {
    for (let minute = 0; minute < minutes; minute++) {
      const headers = await freshHeaders(rig);
      const load = { connections: CONNECTIONS, next: askOrReport, isRight, seconds: MINUTE_SECONDS };
      requireRight("duanka", await putUnderLoad({ ...ours, headers }, load));
    }
  } finally {
    clearInterval(sampling);
  }
  return samples;
}
