import { CliError } from "../../cli/cliError";

/** A loaded machine may be this slow. */
const ANSWER_LIMIT_MS = 30_000;

/** Asks one question, timed by nobody; resolves with the answer's text, whatever its status. */
export async function askOnce(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<string> {
  const sent = { ...headers, "content-type": "application/json" };
  const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
  try {
    return await (await fetch(url, { method: "POST", headers: sent, body, signal })).text();
  } catch (error) {
    throw new CliError(`${url} does not answer: ${String(error)}.`, {
      next: "see its log in .duanka/bench/run",
    });
  }
}
