import { addDays } from "../../../../schema/contract/calendar";
import type { WorldCase, WorldFreeze, WorldInvolvement, WorldStatementRequest } from "../../worldModel";
import type { Block } from "../block";
import type { AccountDraft, HolderDraft } from "../holderDraft";
import { createOrder } from "../orders/createOrder";
import { finding } from "../orders/finding";
import { restrictAccount } from "../orders/restrictAccount";
import { endOfDay, momentOn, officeMoment } from "../worldCalendar";

/** Who acts on what a case has recognised, and against whom. */
export interface CaseAction {
  readonly caseNumber: string;
  readonly organ: string;
  readonly officer: string;
  readonly holders: readonly HolderDraft[];
}

/** What the police asked of institutions besides. */
export type AccountWork = Pick<WorldCase, "freezes" | "statementRequests">;

/** An account that an organ of a districted city or above recognised, by its involvement. */
interface Recognition {
  readonly involvementId: string;
  readonly recognisedOn: string;
  readonly account: AccountDraft;
}

/** A freeze ends after six months unless it is renewed. */
const FREEZE_DAYS = 183;
const STATEMENT_SHARE = 0.4;
/** How far back a statement goes. */
const STATEMENT_DAYS = 180;

/**
 * What follows from recognised accounts: each is frozen, and its holder's other accounts lose their business (N16-5).
 * A lead restricts nothing.
 */
export function restrictByCase(
  block: Block,
  action: CaseAction,
  involvements: readonly WorldInvolvement[],
): AccountWork {
  const freezes: WorldFreeze[] = [];
  const statementRequests: WorldStatementRequest[] = [];
  for (const { id, account: named, recognisedOn } of involvements) {
    const holder = action.holders.find(({ accounts }) =>
      accounts.some(({ number }) => number === named?.number),
    );
    const account = holder?.accounts.find(({ number }) => number === named?.number);
    if (holder === undefined || account === undefined || recognisedOn === null) continue;
    const recognition = { involvementId: id, recognisedOn, account };
    account.involvedOn = recognisedOn;
    freezes.push(freeze(block, action, recognition));
    if (block.random.chance(STATEMENT_SHARE))
      statementRequests.push(requestStatement(block, action, recognition));
    spread(block, action, recognition, holder);
  }
  return { freezes, statementRequests };
}

function freeze(
  block: Block,
  { caseNumber, organ, officer }: CaseAction,
  { involvementId, recognisedOn, account }: Recognition,
): WorldFreeze {
  const id = block.random.uuid();
  const issuedAt = officeMoment(recognisedOn, block.random);
  const until = addDays(recognisedOn, FREEZE_DAYS);
  restrictAccount(block, account, {
    kind: "FREEZE",
    issuedAt,
    endsAt: endOfDay(until),
    liftedAt: null,
    causeId: id,
    derivation: [finding("freeze", "EXT:FREEZE", "Frozen as used in a case.", { until, fact: caseNumber })],
  });
  const legalPaper = `协助冻结财产通知书-${caseNumber}`;
  return { id, involvementId, until, legalPaper, authority: organ, issuedBy: officer, issuedAt };
}

function requestStatement(
  { random, plan }: Block,
  { caseNumber, officer }: CaseAction,
  { involvementId, recognisedOn, account }: Recognition,
): WorldStatementRequest {
  const id = random.uuid();
  const issuedAt = officeMoment(recognisedOn, random);
  const reason = finding("statementRequest", "EXT:STATEMENT", "The case needs the account's statement.", {
    fact: caseNumber,
  });
  account.orders.push(
    createOrder(random, plan.nowAt, { kind: "SUPPLY_STATEMENT", issuedAt, reason, causeId: id }),
  );
  return {
    id,
    involvementId,
    from: momentOn(addDays(recognisedOn, -STATEMENT_DAYS), 0),
    to: momentOn(recognisedOn, 0),
    requestedBy: officer,
    requestedAt: issuedAt,
  };
}

function spread(
  block: Block,
  { caseNumber }: CaseAction,
  { involvementId, recognisedOn, account: involved }: Recognition,
  holder: HolderDraft,
): void {
  for (const account of holder.accounts) {
    const isClosed = account.closedOn !== null && account.closedOn <= recognisedOn;
    if (account === involved || isClosed) continue;
    restrictAccount(block, account, {
      kind: account.kind === "PAYMENT_ACCOUNT" ? "SUSPEND_ALL_PAYMENT" : "SUSPEND_NON_COUNTER",
      issuedAt: officeMoment(recognisedOn, block.random),
      endsAt: null,
      liftedAt: null,
      causeId: involvementId,
      derivation: [
        finding(
          "caseAccountSpread",
          "N16-5",
          "Another account of the holder was used in a telecom-fraud case.",
          { fact: `${caseNumber}, recognised ${recognisedOn}` },
        ),
      ],
    });
  }
}
