import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { SubjectKind } from "../../shared/types/enums";
import { isNobody } from "../nobody";
import { reverifiedStatus } from "../rules/reverifiedStatus";
import type { LineRow } from "../store/lineRow";
import { LineOrderKind } from "../types/enums";
import type { RecordReverificationInput } from "../types/RecordReverificationInput";
import { toChange } from "./change";
import { EVERY_ROW } from "./everyRow";
import { requireOwnLine } from "./requireOwnLine";
import { requireRow } from "./requireRow";
import type { TelecomTransaction } from "./telecomTransaction";

const MAX_METHOD_LENGTH = 40;
const MAX_REFERENCE_LENGTH = 200;
/** What verifying the holder again does with it. */
const DONE_BY_VERIFYING = [LineOrderKind.REVERIFY, LineOrderKind.DORMANT_REVIEW];

/**
 * Keeps what came of verifying a line's holder again, and what state the line is in because of it; the tasks that
 * asked for it are done. Throws INVALID_TRANSITION for a line that is not in use yet, or no more.
 */
export async function recordReverification(
  { number, method, passed, photoReference }: RecordReverificationInput,
  transaction: TelecomTransaction,
): Promise<LineRow> {
  const { at, stores, tell } = transaction;
  const evidence = {
    method: parseText("method", method, MAX_METHOD_LENGTH),
    passed,
    photoReference: photoReference ? parseText("photoReference", photoReference, MAX_REFERENCE_LENGTH) : null,
    at,
  };
  const line = await requireOwnLine(number, transaction);
  const { id: lineId, subjectId, carrier } = line;
  if (isNobody(subjectId))
    throw new HubError("BAD_INPUT", "Nobody is registered for this line: report it with its holder first.");
  const [holder] = await stores.subjects.subjectsByIds([subjectId]);
  // Of a unit no photo is taken (`idVerification`).
  if (passed && holder?.kind !== SubjectKind.UNIT && evidence.photoReference === null)
    throw new HubError(
      "BAD_INPUT",
      "A verification of a person that was passed has a photo: `photoReference` is missing.",
    );
  const place = { subjectId, lineId };
  const isOrdered = await stores.lineChanges.isSuspensionOrdered(place);
  const status = reverifiedStatus(line.status, passed, isOrdered);
  if (status === null)
    throw new HubError(
      "INVALID_TRANSITION",
      `The line is ${line.status}: its holder cannot be verified again.`,
    );
  await stores.lineClaims.keepActs(new Map([[lineId, at]]), () =>
    stores.lineChanges.recordVerification(place, status, evidence),
  );
  if (passed) await stores.verifiedFlags.endForged(place, at);
  const before = await stores.lineChanges.statusBeforeStop(place);
  // What an order stopped stays stopped; below it the line is in the state that the verification leads to.
  const beneath = before === null ? null : reverifiedStatus(before, passed, false);
  if (beneath !== null) await stores.lineChanges.changeStatusBeforeStop(place, beneath);
  const done = await stores.lineChanges.executeOpenOrders(place, DONE_BY_VERIFYING, at);
  await tell([
    toChange({ kind: "LINE_REVERIFIED", at, carrier, subjectId, lineId }),
    ...done.map(orderId => toChange({ kind: "ORDER_EXECUTED", at, carrier, subjectId, lineId, orderId })),
  ]);
  return requireRow(stores.lines.linesByIds([lineId], EVERY_ROW), "a line that was just verified");
}
