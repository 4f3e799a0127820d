import { parseAccountNumber } from "../../../schema/contract/accountNumber";
import { HubError } from "../../../schema/contract/errors";
import { Sector } from "../../shared/types/enums";
import type { PoliceTransaction } from "./policeTransaction";

/** An account by its keyed id, and where it is kept. */
export interface NamedAccount {
  readonly accountId: string;
  readonly institution: string;
}

/** Names an account at an institution of the register. Throws BAD_INPUT where there is no such institution. */
export async function nameAccount(
  institution: string,
  text: string,
  { read, keys }: PoliceTransaction,
): Promise<NamedAccount> {
  // Whether it is a card is not said; the number alone names the account.
  const number = parseAccountNumber(text, false);
  const sector = (await read.register.institutionsByCodes([institution])).get(institution)?.sector;
  if (sector !== Sector.BANKING && sector !== Sector.PAYMENT)
    throw new HubError("BAD_INPUT", "There is no bank or payment institution of this code.");
  return { accountId: keys.ids.accountId(institution, number), institution };
}
