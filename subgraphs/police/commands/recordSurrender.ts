import { randomUUID } from "node:crypto";
import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseDocument } from "../input/parseDocument";
import type { RecordSurrenderInput } from "../types/RecordSurrenderInput";
import type { Surrender } from "../types/Surrender";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";

/** Writes down that somebody gave themself up. Whether inside a notice's window is derived; what follows is not said. */
export async function recordSurrender(
  input: RecordSurrenderInput,
  transaction: PoliceTransaction,
): Promise<Surrender> {
  const { at, caseWork, subjects, outbox } = transaction;
  const subject = parseDocument(input.document);
  if (input.on > chinaDay(at)) throw new HubError("BAD_INPUT", "`on` lies ahead.");
  const { number } = await requireOpenCase(input.caseNumber, transaction);
  const surrender = {
    caseNumber: number,
    subjectId: subject.id,
    surrenderedOn: input.on,
    confessed: input.confessed,
    exposedOthers: input.exposedOthers,
  };
  await subjects.upsertSubjects([subject]);
  await caseWork.insertSurrender({ id: randomUUID(), ...surrender });
  await outbox.insert({ kind: "SURRENDER_RECORDED", at, caseNumber: number, subjectId: subject.id });
  return surrender;
}
