import type { TransferRow } from "../../../subgraphs/banking/store/transferStore";
import { TransferChannel } from "../../../subgraphs/banking/types/enums";
import type { WorldTransfer } from "../worldModel";
import type { BankingNaming } from "./bankingNaming";

/** Transfers of the world as the store takes them: by the ids of their accounts. */
export function transferRecords(transfers: readonly WorldTransfer[], naming: BankingNaming): TransferRow[] {
  return transfers.map(({ id, reference, from, to, amount, channel, at, caseNumber }) => ({
    id,
    reference,
    fromId: naming.accountId(from),
    toId: naming.accountId(to),
    amount,
    channel: TransferChannel[channel],
    at: new Date(at),
    caseNumber,
  }));
}
