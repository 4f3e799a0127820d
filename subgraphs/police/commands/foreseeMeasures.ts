import { MeasureKind } from "../../shared/types/enums";
import { noNewAccount } from "../rules/noNewAccount";
import { runningTerm } from "../rules/runningTerm";
import { suspendFiveYears, type MeasureTerm } from "../rules/suspendFiveYears";
import type { PoliceTransaction } from "./policeTransaction";
import type { Recognition } from "./parseRecognition";

/** The measures that a recognition brings, by the version in force and by what runs against the person already. */
export async function foreseeMeasures(
  { subjectId, terms, target: { instruments, facts } }: Recognition,
  recognisedOn: string,
  { read }: Pick<PoliceTransaction, "read">,
): Promise<MeasureTerm[]> {
  const [earlier, measures] = await Promise.all([
    read.sanctions.sanctionsOfSubjects([subjectId]),
    read.sanctions.measuresOfSubjects([subjectId]),
  ]);
  const alike = new Set(earlier.filter(one => one.ruleVersion === terms.version).map(one => one.id));
  // Both suspensions run alike, so one of them tells how long the person is suspended already.
  const suspensions = measures.filter(
    ({ sanctionId, kind }) => alike.has(sanctionId) && kind === MeasureKind.SUSPEND_NON_COUNTER,
  );
  const running = runningTerm(suspensions, recognisedOn);
  const ground = { terms, recognisedOn, instruments, convicted: facts.convicted, running };
  return [...suspendFiveYears(ground), ...noNewAccount(ground)];
}
