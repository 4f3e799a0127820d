import type { WorldStopPayment } from "../../worldModel";
import type { Block } from "../block";
import type { AccountDraft } from "../holderDraft";
import { minutesAfter } from "../worldCalendar";
import type { OrderOutcome } from "./createOrder";
import { finding } from "./finding";
import { restrictAccount } from "./restrictAccount";

/** What is decided about a stop-payment before it is issued. */
export interface StopPaymentSpec {
  readonly caseNumber: string;
  readonly startsAt: string;
  /** First or second; there is no third for an account. */
  readonly sequence: 1 | 2;
  readonly outcome: OrderOutcome;
}

/** An emergency stop-payment lasts 48 hours. */
const STOP_MINUTES = 48 * 60;
const ARTICLE = "EXT:STOP_PAYMENT";

/** Issues an emergency stop-payment and gives out its order. */
export function stopPayment(block: Block, account: AccountDraft, spec: StopPaymentSpec): WorldStopPayment {
  const { institution, number } = account;
  const { startsAt, sequence, caseNumber, outcome } = spec;
  const id = block.random.uuid();
  const endsAt = minutesAfter(startsAt, STOP_MINUTES);
  restrictAccount(block, account, {
    kind: "STOP_PAYMENT",
    issuedAt: startsAt,
    endsAt,
    liftedAt: null,
    causeId: id,
    derivation: [
      finding("stopPayment", ARTICLE, "Emergency stop-payment.", {
        until: endsAt.slice(0, 10),
        fact: `${caseNumber}, ${sequence} of 2`,
      }),
    ],
    outcome,
  });
  return { id, account: { institution, number }, startsAt, endsAt, sequence };
}
