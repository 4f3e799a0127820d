import type { Case } from "../types/Case";
import type { ReleaseLookupsInput } from "../types/ReleaseLookupsInput";
import { tellLookupsReleased } from "./tellLookupsReleased";
import type { PoliceTransaction } from "./policeTransaction";
import { requireLedCase } from "./requireCase";

/** The lead's word that nobody is tipped off any more: until now hidden looks show in the records of the people confirmed in it. */
export async function releaseLookups(
  { caseNumber }: ReleaseLookupsInput,
  transaction: PoliceTransaction,
): Promise<Case> {
  const led = await requireLedCase(caseNumber, transaction);
  await tellLookupsReleased(led.number, transaction);
  return led;
}
