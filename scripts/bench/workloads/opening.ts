import { stripIgnoredCharacters } from "graphql";
import { readOperation } from "../../../schema/operations/readOperation";
import { middleBy } from "../load/middleBy";
import { percentile } from "../load/percentile";
import { putUnderLoad, type NextRequest } from "../load/putUnderLoad";
import { requireRight } from "../load/requireRight";
import { takeFetchTimes, type FetchTime } from "../rig/fetchTimes";
import type { Rig } from "../rig/rig";
import type { Workload } from "./workload";

const CONNECTIONS = 16;
const WARM_UP_REQUESTS = 100;
const INSTITUTION = "102";
const QUERY = JSON.stringify(stripIgnoredCharacters(readOperation("opening")));

interface Round {
  readonly openingMs: number;
  readonly policeMs: number;
  readonly bankingMs: number;
  readonly verdictMs: number;
  readonly perSecond: number;
}

/**
 * May an account be opened: a bank asks, and the police are asked each time. Openings are timed by who sends them;
 * the fetches by a process between gateway and subgraphs, on the core of the subgraphs. So both times are of the
 * same requests, nothing that the gateway waits for itself is in the fetches', and what passing them on takes counts
 * against the gateway. So does the question whether the application's purpose holds, a third fetch before the two.
 */
export const OPENING: Workload = {
  name: "opening",
  about: "accountOpening for a new application each time, sanctions asked live",
  async run(rig, scale, tell) {
    const over = await rig.startStandIns("timed");
    const ours = await rig.startContestant("duanka", over);
    const next = await applications(rig);
    const load = { connections: CONNECTIONS, next, isRight };

    async function measure(): Promise<Round> {
      for (const origin of [over.police, over.banking]) await takeFetchTimes(origin);
      const opening = requireRight("duanka", await putUnderLoad(ours, { ...load, seconds: scale.seconds }));
      const police = fetchesIn(await takeFetchTimes(over.police));
      const banking = await takeFetchTimes(over.banking);
      // An opening that stands on an answer of the police kept from before would be none of this workload.
      if (police.length < opening.requestsPerSecond * scale.seconds * ALMOST_ALL)
        throw new Error(`the police were asked ${police.length} times only`);
      return {
        openingMs: opening.p99Ms,
        policeMs: percentile(police, 99),
        bankingMs: percentile(fetchesIn(banking), 99),
        verdictMs: percentile(verdictsIn(banking), 99),
        perSecond: opening.requestsPerSecond,
      };
    }

    tell("warming up");
    await putUnderLoad(ours, { ...load, requests: WARM_UP_REQUESTS });
    const rounds: Round[] = [];
    for (let round = 1; round <= scale.rounds; round++) {
      tell(`round ${round} of ${scale.rounds}`);
      rounds.push(await measure());
    }
    const middle = middleBy(rounds, excessOf);
    return [
      {
        workload: this.name,
        what: "ms that p99 of an opening is above p99 of the police fetch + p99 of the banking fetch",
        figure: excessOf(middle),
        target: { most: 10 },
        detail: describe(middle),
      },
    ];
  },
};

/** A run is cut off at its end with some openings half done. */
const ALMOST_ALL = 0.9;

function fetchesIn(times: readonly FetchTime[]): number[] {
  return times.filter(({ isVerdict }) => !isVerdict).map(({ ms }) => ms);
}

function verdictsIn(times: readonly FetchTime[]): number[] {
  return times.filter(({ isVerdict }) => isVerdict).map(({ ms }) => ms);
}

function excessOf({ openingMs, policeMs, bankingMs }: Round): number {
  return openingMs - policeMs - bankingMs;
}

function describe({ openingMs, policeMs, bankingMs, verdictMs, perSecond }: Round): string {
  const [opening, police, banking, verdict] = [openingMs, policeMs, bankingMs, verdictMs].map(ms =>
    ms.toFixed(1),
  );
  return `p99 of ${perSecond.toFixed(0)} openings/s ${opening} ms, police ${police} ms, banking ${banking} ms, purpose ${verdict} ms`;
}

/** An application number opens one person's data, so each opening has one of its own. */
async function applications({ world, headersOf }: Rig): Promise<() => NextRequest> {
  const headers = await headersOf("bank-risk", "ACCOUNT_OPENING");
  let count = 0;
  return () => {
    const document = world.documents[count++ % world.documents.length];
    const variables = JSON.stringify({ document, institution: INSTITUTION, product: "DEBIT_CARD_CLASS_II" });
    return {
      body: `{"query":${QUERY},"operationName":"AccountOpening","variables":${variables}}`,
      headers: { ...headers, "duanka-reference": `BENCH-${count}` },
    };
  };
}

function isRight(body: string): boolean {
  return body.includes('"outcome"') && !body.includes('"errors"');
}
