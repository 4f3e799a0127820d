import type { NextRequest } from "../load/putUnderLoad";
import type { Rig } from "../rig/rig";
import { dossierBody, isWholeDossier, neverKeptBody } from "./dossierBodies";
import { flagReport } from "./flagReport";
import { zipf } from "./zipf";

const MOST_PEOPLE = 10_000;
const WRITES_PER_REQUEST = 0.01;

/** What comes in on an ordinary day. */
export interface WarmTraffic {
  /** A dossier of somebody, some of whom are asked for much more often than others. */
  ask(): NextRequest;
  /** The same without what may be kept. */
  askNeverKept(): NextRequest;
  /** The same, but that one request in a hundred is a report, which ends what was cached of a line. */
  askOrReport(): NextRequest;
  isRight(body: string): boolean;
}

/** Traffic about the first people of the world. */
export async function createWarmTraffic(rig: Rig): Promise<WarmTraffic> {
  const documents = rig.world.documents.slice(0, MOST_PEOPLE);
  const nextPlace = zipf(documents.length);
  const headers = await rig.headersOf("carrier-reporting", "REPORTING");
  const ask = (): NextRequest => ({ body: dossierBody(documents[nextPlace()]) });
  return {
    ask,
    askNeverKept: () => ({ body: neverKeptBody(documents[nextPlace()]) }),
    askOrReport: () =>
      Math.random() < WRITES_PER_REQUEST ? { body: flagReport(rig.world.numbers, 1), headers } : ask(),
    isRight: body => isWholeDossier(body) || body.includes('"reportAbnormalCalls":{"accepted":1,'),
  };
}
