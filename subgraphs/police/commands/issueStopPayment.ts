import { randomUUID } from "node:crypto";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../input/parseText";
import { stopHours, stopSequence } from "../rules/stopPayment";
import type { IssueStopPaymentInput } from "../types/IssueStopPaymentInput";
import type { StopPayment } from "../types/StopPayment";
import { nameAccount } from "./nameAccount";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";
import { requireImposingOrgan } from "./requireOrgan";
import { stopPaymentFacts } from "./stopPaymentFacts";

const MAX_NAME_LENGTH = 200;

/**
 * Stops an account for 48 hours, at most twice. Whether number, institution and holder match, only banking knows: it
 * keeps the accounts and the names. So the stop goes out at once, as the hours count, with the holder's keyed mark, and
 * banking makes no order of one that does not match. A question to banking first would make every stop wait for it.
 */
export async function issueStopPayment(
  input: IssueStopPaymentInput,
  transaction: PoliceTransaction,
): Promise<StopPayment> {
  const { officer, at, keys, caseWork, outbox } = transaction;
  await requireImposingOrgan(transaction);
  const holderName = parseText("holderName", input.holderName, MAX_NAME_LENGTH);
  const hours = stopHours(input.requestedAt, at);
  const { accountId, institution } = await nameAccount(
    input.accountInstitution,
    input.accountNumber,
    transaction,
  );
  const { number: caseNumber } = await requireOpenCase(input.caseNumber, transaction);
  const asked = { caseNumber, accountId, holderName, amount: input.amount, startsAt: hours.startsAt };
  const known = await findSameStop(asked, transaction);
  if (known !== null) return known;
  const id = randomUUID();
  const sequence = stopSequence(await caseWork.stopsOf(accountId));
  const stop = { id, caseNumber, accountId, institution, sequence, ...hours };
  const isFirst = await caseWork.insertStop({
    ...stop,
    sealedHolderName: keys.sealer.seal(holderName, holderContext(id)),
    amount: input.amount,
    authority: officer.authority,
    issuedBy: officer.id,
    issuedAt: at,
  });
  if (!isFirst) {
    const meanwhile = await findSameStop(asked, transaction);
    if (meanwhile !== null) return meanwhile;
    throw new HubError(
      "INVALID_TRANSITION",
      "The account has just been stopped by somebody else: look again.",
    );
  }
  const event = {
    kind: "MEASURE_IN_FORCE",
    ...stopPaymentFacts(stop, keys.ids.holderMark(accountId, holderName)),
  } as const;
  await outbox.insert({ kind: event.kind, at, caseNumber, event, touched: [`Account:${accountId}`] });
  return { id, caseNumber, accountId, sequence, ...hours, mismatchedAt: null };
}

interface AskedStop {
  readonly caseNumber: string;
  readonly accountId: string;
  readonly holderName: string;
  readonly amount: string;
  readonly startsAt: Date;
}

/** The stop that was asked for in the same words already: an answer may have been lost. One that met no account is none. */
async function findSameStop(
  { holderName, ...asked }: AskedStop,
  { caseWork, keys }: PoliceTransaction,
): Promise<StopPayment | null> {
  const alike = await caseWork.stopsAskedAlike(asked);
  const same = alike.find(
    ({ id, sealedHolderName }) =>
      sealedHolderName !== null && keys.sealer.open(sealedHolderName, holderContext(id)) === holderName,
  );
  if (same === undefined) return null;
  const { id, caseNumber, accountId, sequence, startsAt, endsAt } = same;
  return { id, caseNumber, accountId, sequence, startsAt, endsAt, mismatchedAt: null };
}

function holderContext(id: string): string {
  return `police.stop_payment.holder_name|${id}`;
}
