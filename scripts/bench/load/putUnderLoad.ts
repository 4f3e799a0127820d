import autocannon from "autocannon";
import { cpuSeconds } from "./cpuSeconds";
import { percentile } from "./percentile";
import { CliError } from "../../cli/cliError";

/** Who is measured. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether an answer has what each of its answers must bear; nothing, where it is left out. */
  readonly isOnRecord?: (body: string) => boolean;
}

/** What one run under load showed. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Processor time of the contestant for each request. */
  readonly cpuMsPerRequest: number;
  /** Answers that were not what was asked for, and questions that nobody answered. */
  readonly wrong: number;
  /** The beginning of the first of these, or why there was none. */
  readonly firstWrong: string | null;
}

/** One request to send. */
export interface NextRequest {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For how long: so many seconds, or until so many requests are answered. */
type HowLong = { readonly seconds: number } | { readonly requests: number };

type Load = HowLong & {
  readonly connections: number;
  /** Requests a second, however fast the contestant is; left out: as fast as it answers. */
  readonly perSecond?: number;
  /** The next request: its body, and what it carries if that is not what the contestant's usual ones do. */
  readonly next: () => NextRequest;
  /** Whether an answer is what was asked for. */
  readonly isRight: (body: string) => boolean;
};

/** A loaded machine may be this slow; a contestant that does not answer at all is found out. */
const ANSWER_LIMIT_SECONDS = 30;
/** After so many there is nothing to be measured. */
const MOST_ERRORS = 50;
const TOLD_OF_WRONG = 300; // characters: a coded error and its way out

/** Asks as fast as the contestant answers, or as often as is said, over a fixed number of connections. */
export async function putUnderLoad(contestant: Contestant, load: Load): Promise<LoadResult> {
  const { url, pid, headers, isOnRecord = () => true } = contestant;
  const cpuBefore = cpuSeconds(pid);
  const wrongBodies: string[] = [];
  const { result, times, unanswered } = await run({
    url,
    connections: load.connections,
    ...(load.perSecond === undefined ? {} : { overallRate: load.perSecond }),
    ...("seconds" in load ? { duration: load.seconds } : { amount: load.requests }),
    timeout: ANSWER_LIMIT_SECONDS,
    bailout: MOST_ERRORS,
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    requests: [
      {
        setupRequest: request => {
          const { body, headers: own } = load.next();
          return { ...request, body, headers: { ...request.headers, ...own } };
        },
      },
    ],
    verifyBody(body) {
      const text = String(body);
      const isRight = load.isRight(text) && isOnRecord(text);
      if (!isRight) wrongBodies.push(text.slice(0, TOLD_OF_WRONG));
      return isRight;
    },
  });
  const answered = times.length;
  if (answered === 0)
    throw new CliError(`${url} answered nothing in ${result.duration} s.`, {
      next: "try --seconds 20, or a machine with less to do",
    });
  const wrong = result.errors + result.non2xx + result.mismatches;
  const firstWrong = wrongBodies[0] ?? unanswered[0] ?? null;
  // A warm-up that ends early leaves the work it should have done to the rounds that count.
  if ("requests" in load && answered + unanswered.length < load.requests)
    throw new CliError(`${url} was given up after ${wrong} wrong answers. The first: ${firstWrong}`, {
      next: "see its log in .duanka/bench/run",
    });
  return {
    requestsPerSecond: answered / result.duration,
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
    p99Ms: percentile(times, 99),
    cpuMsPerRequest: ((cpuSeconds(pid) - cpuBefore) * 1_000) / answered,
    wrong,
    firstWrong,
  };
}

interface Run {
  readonly result: autocannon.Result;
  readonly times: readonly number[];
  /** Why there was no answer, for each time that there was none. */
  readonly unanswered: readonly string[];
}

/** With the time of each answer: autocannon's own table knows whole milliseconds, and no 95th percentile. */
function run(options: autocannon.Options): Promise<Run> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const unanswered: string[] = [];
    autocannon(options, (error: Error | null, result) => {
      if (error) reject(error);
      else resolve({ result, times, unanswered });
    })
      .on("response", (_client, _status, _bytes, ms) => void times.push(ms))
      .on("reqError", ({ message }: Error) => void unanswered.push(message));
  });
}
