import { randomUUID } from "node:crypto";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import type { PatrolTarget } from "../types/PatrolTarget";
import type { RecordPatrolInput } from "../types/RecordPatrolInput";
import type { PoliceTransaction } from "./policeTransaction";

/** Writes down a patrol of a key outlet (N20-4); the ranking moves on to those not seen for longest. */
export async function recordPatrol(
  input: RecordPatrolInput,
  { officer, at, prevention, outbox }: PoliceTransaction,
): Promise<PatrolTarget> {
  const findings = parseText("findings", input.findings);
  if (input.patrolledOn > chinaDay(at)) throw new HubError("BAD_INPUT", "`patrolledOn` lies ahead.");
  const patrolled = await prevention.recordPatrol({
    id: randomUUID(),
    outletCode: input.outletCode,
    patrolledOn: input.patrolledOn,
    patrolledBy: officer.id,
    findings,
  });
  if (patrolled === null) throw new HubError("NOT_FOUND", "No outlet of this code is to be patrolled.");
  await outbox.insert({ kind: "PATROL_RECORDED", at });
  return patrolled;
}
