import { noteHoldsUntil } from "../shared/holdsUntil";
import { toPage, type Page } from "../shared/pagination";
import { accountStatusAt, nextChangeAfter } from "./accountStatus";
import type { BankingContext } from "./bankingContext";
import type { AccountRow } from "./store/accountStore";
import type { RestrictionRow } from "./store/restrictionStore";
import type { AccountKind, AccountStatus } from "./types/enums";

/** Which of a person's accounts are asked for; null leaves all of them in. */
export interface AccountChoice {
  readonly ids: readonly string[] | null;
  readonly kinds: readonly AccountKind[] | null;
  readonly statuses: readonly AccountStatus[] | null;
}

/** A page of the chosen accounts and the number of all of them. */
export interface AccountPage extends Page<AccountRow> {
  readonly totalCount: number;
}

/**
 * A person's accounts as the view sees them. They are chosen in memory, since the status is derived in one place
 * and a person's accounts are read in one statement anyway.
 */
export async function loadAccountPage(
  subjectId: string,
  choice: AccountChoice,
  after: { readonly day: string; readonly id: string } | null,
  first: number,
  context: BankingContext,
): Promise<AccountPage> {
  const chosen = await chooseAccounts(subjectId, choice, context);
  const rest =
    after === null
      ? chosen
      : chosen.filter(account => compareAccounts(account, { openedOn: after.day, id: after.id }) > 0);
  return {
    ...toPage(rest.slice(0, first + 1), first, account => [account.openedOn, account.id]),
    totalCount: chosen.length,
  };
}

/** The status of one account now, as all of its readers see it. */
export async function loadAccountStatus(
  account: AccountRow,
  context: BankingContext,
): Promise<AccountStatus> {
  const now = context.clock();
  const own = await loadRestrictions(account, now, context);
  return accountStatusAt(account.reportedStatus, own, now);
}

/** What stands, stood or will stand on one account; what is made of it holds until the next of them begins or ends. */
export async function loadRestrictions(
  account: AccountRow,
  now: Date,
  context: BankingContext,
): Promise<RestrictionRow[]> {
  const restrictions = await context.loaders.restrictionsBySubject.load(account.subjectId);
  const own = restrictions.filter(restriction => restriction.accountId === account.id);
  const change = nextChangeAfter(own, now);
  if (change !== null) noteHoldsUntil(context, change);
  return own;
}

async function chooseAccounts(
  subjectId: string,
  { ids, kinds, statuses }: AccountChoice,
  context: BankingContext,
): Promise<AccountRow[]> {
  const loaded = await context.loaders.accountsBySubject.load(subjectId);
  // Ordered here and not in the statement: how text is ordered there depends on the database's locale.
  const accounts = loaded.filter(({ id }) => ids === null || ids.includes(id)).sort(compareAccounts);
  const ofKind = kinds !== null ? accounts.filter(account => kinds.includes(account.kind)) : accounts;
  if (statuses === null) return ofKind;
  const derived = await Promise.all(ofKind.map(account => loadAccountStatus(account, context)));
  return ofKind.filter((_, index) => statuses.some(status => status === derived[index]));
}

/** A place in the list: oldest first, then by id. */
interface AccountPlace {
  readonly openedOn: string;
  readonly id: string;
}

function compareAccounts(a: AccountPlace, b: AccountPlace): number {
  if (a.openedOn !== b.openedOn) return a.openedOn < b.openedOn ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
