import { addDays } from "../../../../schema/contract/calendar";
import type { WorldCase, WorldInvolvement } from "../../worldModel";
import type { Block } from "../block";
import type { AccountDraft, HolderDraft } from "../holderDraft";
import { createOrder } from "../orders/createOrder";
import { finding } from "../orders/finding";
import { restrictAccount } from "../orders/restrictAccount";
import { endOfDay, officeMoment } from "../worldCalendar";

/** What a case needs to know to act on what it has recognised. */
export interface CaseAction {
  readonly caseNumber: string;
  readonly recognisedOn: string;
  /** When the measures of the case fell away, if they did. */
  readonly liftedAt: string | null;
  readonly holders: readonly HolderDraft[];
}

/** A freeze ends after six months unless it is renewed. */
const FREEZE_DAYS = 183;
const STATEMENT_SHARE = 0.4;

/**
 * What follows from accounts that an organ of a districted city or above recognised: they are frozen, and their
 * holders' other accounts lose their business (N16-5). A lead restricts nothing.
 */
export function restrictByCase(
  block: Block,
  action: CaseAction,
  involvements: readonly WorldInvolvement[],
): void {
  const recognised = new Set(
    involvements
      .filter(involvement => involvement.standing === "RECOGNISED")
      .map(involvement => involvement.account?.number),
  );
  for (const holder of action.holders) {
    const involved = holder.accounts.filter(account => recognised.has(account.number));
    for (const account of involved) freeze(block, action, account);
    if (involved.length > 0) spread(block, action, holder);
  }
}

/** The moment at which a closed case let go of what it held; some cases never do. */
export function releaseOf({ random }: Block, closedOn: WorldCase["closedOn"]): string | null {
  const RELEASED_SHARE = 0.7;
  return closedOn !== null && random.chance(RELEASED_SHARE) ? officeMoment(closedOn, random) : null;
}

function freeze(block: Block, action: CaseAction, account: AccountDraft): void {
  const { random, plan } = block;
  account.involvedOn = action.recognisedOn;
  const issuedAt = officeMoment(action.recognisedOn, random);
  const endsOn = addDays(action.recognisedOn, FREEZE_DAYS);
  restrictAccount(block, account, {
    kind: "FREEZE",
    issuedAt,
    endsAt: endOfDay(endsOn),
    liftedAt: null,
    causeId: action.caseNumber,
    derivation: [
      finding("freeze", "EXT:FREEZE", "Frozen as used in a case.", {
        until: endsOn,
        fact: action.caseNumber,
      }),
    ],
  });
  if (!random.chance(STATEMENT_SHARE)) return;
  const reason = finding("statementRequest", "EXT:STATEMENT", "The case needs the account's statement.", {
    fact: action.caseNumber,
  });
  account.orders.push(
    createOrder(random, plan.nowAt, {
      kind: "SUPPLY_STATEMENT",
      issuedAt,
      reason,
      causeId: action.caseNumber,
    }),
  );
}

function spread(block: Block, action: CaseAction, holder: HolderDraft): void {
  const others = holder.accounts.filter(
    account =>
      account.involvedOn === null &&
      account.openedOn <= action.recognisedOn &&
      (account.closedOn === null || account.closedOn > action.recognisedOn),
  );
  for (const account of others) {
    restrictAccount(block, account, {
      kind: account.kind === "PAYMENT_ACCOUNT" ? "SUSPEND_ALL_PAYMENT" : "SUSPEND_NON_COUNTER",
      issuedAt: officeMoment(action.recognisedOn, block.random),
      endsAt: null,
      liftedAt: action.liftedAt,
      causeId: action.caseNumber,
      derivation: [
        finding(
          "caseAccountSpread",
          "N16-5",
          "Another account of the holder was used in a telecom-fraud case.",
          {
            fact: `${action.caseNumber}, recognised ${action.recognisedOn}`,
          },
        ),
      ],
    });
  }
}
