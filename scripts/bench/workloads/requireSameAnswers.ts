import { isDeepStrictEqual } from "node:util";
import { POLICE_REGISTER } from "../../../subgraphs/police/rules/policeAnswer";
import { CliError } from "../../cli/cliError";
import type { WorldDocument } from "../../seed/worldModel";
import { askOnce } from "../load/askOnce";
import type { Contestant } from "../load/putUnderLoad";
import { CONTESTANT_NAMES, type ContestantKind } from "../rig/rig";
import { dossierBody } from "./dossierBodies";

/** Enough to meet reserved phones, links, sanctions and cases. */
const COMPARED_PEOPLE = 20;

interface Told extends Contestant {
  readonly data: unknown;
}

/**
 * Asks each contestant for the same few of these people. Throws where one does not tell the same of somebody as the
 * first does: whoever answers less has less to do.
 */
export async function requireSameAnswers(
  contestants: readonly Contestant[],
  documents: readonly WorldDocument[],
): Promise<void> {
  const bodies = documents.slice(0, COMPARED_PEOPLE).map(dossierBody);
  const askAll = (body: string): Promise<Told[]> =>
    Promise.all(
      contestants.map(async contestant => ({ ...contestant, data: await dataOf(contestant, body) })),
    );
  // Who has just started may be late with some, which are then left out.
  for (const body of bodies) await askAll(body);
  for (const [place, body] of bodies.entries()) {
    const [first, ...others] = await askAll(body);
    const other = others.find(({ data }) => !isDeepStrictEqual(data, first?.data));
    if (first === undefined || other === undefined) continue;
    throw new CliError(
      `${nameOf(other)} tells something else than ${nameOf(first)} of person ${place}: they are not comparable.`,
      { next: "see their logs in .duanka/bench/run" },
    );
  }
}

/** What was answered, whatever the order of its fields. */
async function dataOf({ url, headers }: Contestant, body: string): Promise<unknown> {
  const answer = JSON.parse(await askOnce(url, headers, body), withoutMoment) as { readonly data?: unknown };
  return answer.data ?? answer;
}

/** The police register answers as of the moment in which it is asked. */
function withoutMoment(_field: string, value: { readonly institution?: unknown } | null): unknown {
  const { code } = (value?.institution ?? {}) as { readonly code?: unknown };
  return code === POLICE_REGISTER.code ? { ...value, asOf: null } : value;
}

function nameOf({ name }: Contestant): string {
  return CONTESTANT_NAMES[name as ContestantKind];
}
