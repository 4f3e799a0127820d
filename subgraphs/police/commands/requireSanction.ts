import { chinaDay } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { sanctionStatus } from "../rules/sanctionStatus";
import type { MeasureRow } from "../store/sanctionStore";
import { ObjectionStatus, type SanctionStatus } from "../types/enums";
import type { Sanction } from "../types/Sanction";
import type { CallerTransaction } from "./policeTransaction";

/** A sanction as it stands, held against other changes. */
export interface StandingSanction {
  readonly sanction: Sanction;
  readonly measures: readonly MeasureRow[];
  readonly status: SanctionStatus;
  readonly convicted: boolean;
}

/** The sanction as it stands now, locked. Throws NOT_FOUND. */
export async function requireSanction(id: string, transaction: CallerTransaction): Promise<StandingSanction> {
  const { at, read, sanctions } = transaction;
  const key = await sanctions.lockSanction(id);
  if (key === null) throw new HubError("NOT_FOUND", "There is no such sanction.");
  const sanction = await rereadSanction(key.id, transaction);
  const all = await read.sanctions.measuresOfSubjects([key.subjectId]);
  const measures = all.filter(measure => measure.sanctionId === key.id);
  const objections = await read.objections.objectionsOfTargets([key.id]);
  const hasOpenObjection = objections.some(({ status }) => status === ObjectionStatus.FILED);
  const { state, servedOn } = sanction;
  return {
    sanction,
    measures,
    convicted: key.convicted,
    status: sanctionStatus({ state, measures, hasOpenObjection, servedOn }, chinaDay(at)),
  };
}

/** The sanction after a change of this transaction. */
export async function rereadSanction(id: string, { read }: CallerTransaction): Promise<Sanction> {
  const found = (await read.sanctions.sanctionsByIds([id])).get(id);
  if (found === undefined) throw new HubError("NOT_FOUND", "There is no such sanction.");
  return found;
}
