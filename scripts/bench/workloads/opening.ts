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
/** Nothing waits for anything else then: what is above the fetches is the gateway's own, and its first question. */
const ONE_AT_A_TIME = 1;
const WARM_UP_OPENINGS = 1_000;
const OPERATION = "AccountOpening";
/** Whether the application's purpose holds: asked before anything is planned. */
const VERDICT = "policyVerdict";
const INSTITUTION = "102";
const QUERY = JSON.stringify(stripIgnoredCharacters(readOperation("opening")));

const WHAT = "ms that p99 of an opening is above p99 of the police fetch + p99 of the banking fetch";

/** The 99th percentile of the openings, and of each question that is asked for one: its operation's name before it. */
interface Round {
  readonly openingMs: number;
  readonly police: readonly Asked[];
  readonly banking: readonly Asked[];
  readonly perSecond: number;
}
type Asked = readonly [operation: string, p99Ms: number];

/**
 * May an account be opened: a bank asks, and the police are asked each time. Openings are timed by who sends them;
 * the fetches by a process between gateway and subgraphs, on the core of the subgraphs. So both times are of the
 * same requests, and nothing that the gateway waits for itself is in the fetches'; that process's own waiting is. Against
 * the gateway counts whatever it asks beyond one fetch of the police and one of banking.
 */
export const OPENING: Workload = {
  name: "opening",
  about: "accountOpening for a new application each time, sanctions asked live",
  async run(rig, scale, tell) {
    const over = await rig.startStandIns("timed");
    const ours = await rig.startContestant("duanka", over);
    const next = await applications(rig);
    const load = { next, isRight };

    async function measure(connections: number): Promise<Round> {
      for (const origin of [over.police, over.banking]) await takeFetchTimes(origin);
      const opening = requireRight(
        "duanka",
        await putUnderLoad(ours, { ...load, connections, seconds: scale.seconds }),
      );
      const police = await takeFetchTimes(over.police);
      const openings = opening.requestsPerSecond * scale.seconds;
      // An opening that stands on an answer of the police kept from before would be none of this workload; at the end
      // of a run each connection may be in the midst of one.
      if (police.filter(({ operation }) => isFetch(operation)).length < openings - connections)
        throw new Error(`for ${openings} openings the police were asked less often`);
      return {
        openingMs: opening.p99Ms,
        police: p99ByOperation(police),
        banking: p99ByOperation(await takeFetchTimes(over.banking)),
        perSecond: opening.requestsPerSecond,
      };
    }

    async function middleRound(connections: number): Promise<Round> {
      const rounds: Round[] = [];
      for (let round = 1; round <= scale.rounds; round++) {
        tell(`${connections} connections, round ${round} of ${scale.rounds}`);
        rounds.push(await measure(connections));
      }
      return middleBy(rounds, excessOf);
    }

    tell("warming up");
    const warmUp = { connections: CONNECTIONS, requests: Math.min(WARM_UP_OPENINGS, scale.people) };
    await putUnderLoad(ours, { ...load, ...warmUp });
    const many = await middleRound(CONNECTIONS);
    const one = await middleRound(ONE_AT_A_TIME);
    await ours.stop();
    const row = { workload: this.name, what: WHAT };
    return [
      { ...row, figure: excessOf(many), target: { most: 10 }, detail: describe(many) },
      {
        ...row,
        what: `${WHAT}, one at a time`,
        figure: excessOf(one),
        target: null,
        detail: describe(one),
      },
    ];
  },
};

/** Fetches are named after the operation that they are planned for. */
function isFetch(operation: string): boolean {
  return operation.startsWith(`${OPERATION}__`);
}

function p99ByOperation(times: readonly FetchTime[]): readonly Asked[] {
  const asked = [...new Set(times.map(({ operation }) => operation))].filter(
    operation => isFetch(operation) || operation === VERDICT,
  );
  return asked.sort().map(operation => {
    const own = times.filter(time => time.operation === operation);
    return [
      operation,
      percentile(
        own.map(({ ms }) => ms),
        99,
      ),
    ];
  });
}

/** Above one fetch of each: of several the one that takes longest. */
function excessOf({ openingMs, police, banking }: Round): number {
  const longest = (asked: readonly Asked[]): number =>
    Math.max(...asked.filter(([operation]) => isFetch(operation)).map(([, ms]) => ms));
  return openingMs - longest(police) - longest(banking);
}

function describe({ openingMs, police, banking, perSecond }: Round): string {
  const asked = [...police, ...banking].map(([operation, ms]) => `${operation} ${ms.toFixed(1)} ms`);
  return `p99 of ${perSecond.toFixed(0)} openings/s ${openingMs.toFixed(1)} ms, of what is asked for one: ${asked.join(", ")}`;
}

/** An application number opens one person's data, so each opening has one of its own. */
async function applications({ world, headersOf }: Rig): Promise<() => NextRequest> {
  const headers = await headersOf("bank-risk", "ACCOUNT_OPENING");
  let count = 0;
  return () => {
    const document = world.documents[count++ % world.documents.length];
    const variables = JSON.stringify({ document, institution: INSTITUTION, product: "DEBIT_CARD_CLASS_II" });
    return {
      body: `{"query":${QUERY},"operationName":"${OPERATION}","variables":${variables}}`,
      headers: { ...headers, "duanka-reference": `BENCH-${count}` },
    };
  };
}

function isRight(body: string): boolean {
  return body.includes('"outcome"') && !body.includes('"errors"');
}
