import { chinaDay } from "../../schema/contract/calendar";
import type { Holding } from "./rules/openingFacts";
import type { PastAccountRow } from "./store/accountPastStore";
import type { AccountRow } from "./store/accountStore";
import { AccountStatus } from "./types/enums";

/** Of an account that is another's now nothing is said of its closing: it had not been seen closed. */
const NOT_CLOSED = { closedOn: null, reportedStatus: AccountStatus.NORMAL, closedBy: null } as const;

/** What a person's accounts were on a day, as far as they were the person's: what was seen later is not of that day. */
export function holdingsOn(
  on: string,
  accounts: readonly AccountRow[],
  pasts: readonly PastAccountRow[],
): Holding[] {
  const closings = new Map(accounts.map(account => [account.id, closingOf(account)]));
  const isBegun = (since: Date | null): boolean => since === null || chinaDay(since) <= on;
  return [
    ...accounts
      .filter(({ unchangedSince }) => isBegun(unchangedSince))
      .map(account => ({ ...bearingOf(account), ...closingOf(account) })),
    ...pasts
      .filter(({ since, until }) => isBegun(since) && on < chinaDay(until))
      .map(past => ({ ...bearingOf(past), ...(closings.get(past.id) ?? NOT_CLOSED) })),
  ];
}

type Bearing = Pick<Holding, "kind" | "accountClass" | "exemptFromLimit" | "openedOn">;

function bearingOf({ kind, accountClass, exemptFromLimit, openedOn }: Bearing): Bearing {
  return { kind, accountClass, exemptFromLimit, openedOn };
}

function closingOf({ closedOn, reportedStatus, observedAt }: AccountRow) {
  const lacksDay = closedOn === null && reportedStatus === AccountStatus.CLOSED;
  return { closedOn, reportedStatus, closedBy: lacksDay ? chinaDay(observedAt) : null };
}
