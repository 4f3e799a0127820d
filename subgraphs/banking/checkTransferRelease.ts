import { parseAccountNumber } from "../../schema/contract/accountNumber";
import { noteAbout } from "../shared/about";
import type { BankingContext } from "./bankingContext";
import { accountInstitutionOf } from "./rowFilter";
import { atmDelay } from "./rules/atmDelay";
import type { TransferRelease } from "./types/TransferRelease";
import type { TransferReleaseInput } from "./types/TransferReleaseInput";

/**
 * When the paying bank may release a transfer. Null for everybody else: whether two accounts have one holder is
 * for the bank that is asked to pay, and for no other. Throws BAD_INPUT for a number that cannot be one.
 */
export async function checkTransferRelease(
  { fromInstitution, fromNumber, toInstitution, toNumber, channel, requestedAt }: TransferReleaseInput,
  context: BankingContext,
): Promise<TransferRelease | null> {
  const { claims, keys, stores } = context;
  if (accountInstitutionOf(claims.view) !== fromInstitution) return null;
  const fromId = keys.ids.accountId(fromInstitution, parseAccountNumber(fromNumber, false));
  const toId = keys.ids.accountId(toInstitution, parseAccountNumber(toNumber, false));
  const holders = await stores.accounts.holdersOf([fromId, toId]);
  noteAbout(context, holders.values());
  return atmDelay({
    channel,
    requestedAt,
    fromHolder: holders.get(fromId) ?? null,
    toHolder: holders.get(toId) ?? null,
  });
}
