import { composeResidentId } from "../../../scripts/seed/world/numbers/composeResidentId";

/** Never assigned to a county, so that nobody has any of these numbers. */
const DIVISION = "999901";

/** So many documents of one county and birthday, one after the other: what somebody who guesses would ask for. */
export function sequentialDocuments(count: number, bornOn = "1979-03-14") {
  return Array.from({ length: count }, (_, sequence) => ({
    type: "RESIDENT_ID",
    number: composeResidentId(DIVISION, bornOn, sequence),
  }));
}
