// N16-5: from 2016-12-01 an ATM transfer to an account of another name arrives after 24 hours.
import { chinaDay } from "../../../schema/contract/calendar";
import { ReleaseOutcome, TransferChannel } from "../types/enums";
import type { TransferRelease } from "../types/TransferRelease";
import { RULE_DAYS } from "./ruleVersions";

/** A transfer that is asked for, and the tokens of those who hold its accounts; null: not known. */
export interface ReleaseFacts {
  readonly channel: TransferChannel;
  readonly requestedAt: Date;
  readonly fromHolder: string | null;
  readonly toHolder: string | null;
}

/** How long the money is held back, so that a deceived payer can still call it off. */
const DELAY_MS = 24 * 3_600_000;
const COMPARED = "Identity documents are compared, since names repeat.";

/** When the transfer may be released. */
export function atmDelay({ channel, requestedAt, fromHolder, toHolder }: ReleaseFacts): TransferRelease {
  if (channel !== TransferChannel.ATM)
    return release(
      ReleaseOutcome.AT_ONCE,
      requestedAt,
      "The delay is for transfers at an ATM only.",
      channel,
    );
  if (chinaDay(requestedAt) < RULE_DAYS.singleAccounts)
    return release(
      ReleaseOutcome.AT_ONCE,
      requestedAt,
      "The rule runs from 2016-12-01.",
      chinaDay(requestedAt),
    );
  if (fromHolder === null || toHolder === null) {
    const message = `The holder of an account is not known here, so that the two cannot be compared. ${COMPARED}`;
    return release(ReleaseOutcome.UNKNOWN, null, message, null);
  }
  if (fromHolder === toHolder)
    return release(ReleaseOutcome.AT_ONCE, requestedAt, COMPARED, "one holder under one document");
  const releaseAt = new Date(requestedAt.getTime() + DELAY_MS);
  const message = `An ATM transfer to another's account arrives after 24 hours. ${COMPARED}`;
  return release(ReleaseOutcome.DELAYED, releaseAt, message, "the holders' documents differ");
}

function release(
  outcome: ReleaseOutcome,
  releaseAt: Date | null,
  message: string,
  fact: string | null,
): TransferRelease {
  return {
    outcome,
    releaseAt,
    finding: { ruleId: "atmDelay", article: "N16-5", message, until: null, fact },
  };
}
