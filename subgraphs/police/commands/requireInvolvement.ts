import { HubError } from "../../../schema/contract/errors";
import type { Involvement } from "../types/Involvement";
import type { PoliceTransaction } from "./policeTransaction";

/** The involvement, if the officer is assigned to its case. Throws NOT_FOUND for others' and for none alike. */
export async function requireInvolvement(
  id: string,
  { read, officer }: PoliceTransaction,
): Promise<Involvement> {
  const found = (await read.involvements.involvementsByIds([id], officer.id)).get(id.toLowerCase());
  if (found !== undefined) return found;
  throw new HubError("NOT_FOUND", "There is no such involvement, or you are not assigned to its case.");
}
