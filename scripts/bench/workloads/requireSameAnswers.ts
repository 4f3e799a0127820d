import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { BREAKER_OPEN_MS } from "../../../gateway/fetch/fetchLimits";
import { POLICE_REGISTER } from "../../../subgraphs/police/rules/policeAnswer";
import { CliError } from "../../cli/cliError";
import type { WorldDocument } from "../../seed/worldModel";
import { askOnce } from "../load/askOnce";
import type { Contestant } from "../load/putUnderLoad";
import { CONTESTANT_NAMES, type ContestantKind } from "../rig/rig";
import { dossierBody, isWholeDossier } from "./dossierBodies";

/** Enough to meet reserved phones, links, sanctions and cases. */
const COMPARED_PEOPLE = 20;
/** Who has just started, or has a busy machine, is late with some and leaves them out. */
const MOST_TRIES = 5;
/** All tries together outlast the time for which a gateway leaves a source alone that did not answer. */
const BETWEEN_TRIES_MS = BREAKER_OPEN_MS / 2;
const TOLD_OF_ANSWER = 300; // characters: a coded error and its way out

interface Told extends Contestant {
  readonly data: unknown;
}

/**
 * Asks each contestant for the same few of these people. Throws where one does not tell the same of somebody as the
 * first does, or not the whole: whoever answers less has less to do.
 */
export async function requireSameAnswers(
  contestants: readonly Contestant[],
  documents: readonly WorldDocument[],
): Promise<void> {
  for (const [place, document] of documents.slice(0, COMPARED_PEOPLE).entries()) {
    const [first, ...others] = await Promise.all(
      contestants.map(async (contestant): Promise<Told> => {
        const data = await wholeOf(contestant, place, dossierBody(document));
        return { ...contestant, data };
      }),
    );
    const other = others.find(({ data }) => !isDeepStrictEqual(data, first?.data));
    if (first === undefined || other === undefined) continue;
    throw incomparable(
      `${nameOf(other)} tells something else than ${nameOf(first)} of person ${place}: they are not comparable.`,
    );
  }
}

/** What a contestant tells of one person, whatever the order of its fields. */
async function wholeOf(contestant: Contestant, place: number, body: string): Promise<unknown> {
  let text = "";
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    if (tried > 0) await pause(BETWEEN_TRIES_MS);
    text = await askOnce(contestant.url, contestant.headers, body);
    const data = isWholeDossier(text) ? dataOf(text) : null;
    if (data !== null) return data;
  }
  throw incomparable(
    `${nameOf(contestant)} does not tell the whole of person ${place}: ${text.slice(0, TOLD_OF_ANSWER)}`,
  );
}

/** Null for what is no JSON. */
function dataOf(text: string): unknown {
  try {
    return (JSON.parse(text, withoutMoment) as { readonly data: unknown }).data;
  } catch {
    return null;
  }
}

/** The police register answers as of the moment in which it is asked. */
function withoutMoment(_field: string, value: PoliceCoverage | null): unknown {
  return value?.institution?.code === POLICE_REGISTER.code ? { ...value, asOf: typeof value.asOf } : value;
}

interface PoliceCoverage {
  readonly institution?: { readonly code?: unknown } | null;
  readonly asOf?: unknown;
}

function nameOf({ name }: Contestant): string {
  return CONTESTANT_NAMES[name as ContestantKind];
}

function incomparable(message: string): CliError {
  return new CliError(message, { next: "see their logs in .duanka/bench/run" });
}
