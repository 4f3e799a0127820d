import type { WorldMeasure, WorldSanction } from "../../worldModel";
import type { Block } from "../block";
import type { AccountDraft, HolderDraft, LineDraft } from "../holderDraft";
import type { OrderOutcome } from "../orders/createOrder";
import { finding } from "../orders/finding";
import { orderLine } from "../orders/orderLine";
import { restrictAccount } from "../orders/restrictAccount";
import { endOfDay, later, minutesAfter } from "../worldCalendar";
import { versionOn } from "./ruleVersions";

/** Chooses the outcome of an order by its place among the sanction's orders; undefined leaves it to chance. */
export type OutcomeChoice = (position: number) => OrderOutcome | undefined;

const MINUTES_TO_SPREAD = 20;

/**
 * Gives out the orders that a sanction's measures ask for, over everything its subject held while they stood.
 * Returns the sanction with the moment at which the last institution had restored what a lifting undid.
 */
export function applySanction(
  block: Block,
  sanction: WorldSanction,
  holder: HolderDraft,
  chooseOutcome: OutcomeChoice = () => undefined,
): WorldSanction {
  let position = 0;
  for (const measure of sanction.measures) {
    for (const account of accountsUnder(measure, holder)) {
      restrictByMeasure(block, sanction, measure, account, chooseOutcome(position));
      position += 1;
    }
    for (const line of linesUnder(measure, holder)) orderByMeasure(block, sanction, measure, line);
  }
  return sanction.status === "LIFTED" ? withRestoring(sanction, holder) : sanction;
}

// As long as one institution has not restored, the objection's outcome is not complete.
function withRestoring(sanction: WorldSanction, holder: HolderDraft): WorldSanction {
  const moments = [...holder.accounts, ...holder.lines]
    .flatMap(held => held.orders)
    .filter(order => order.kind === "RESTORE" && order.causeId === sanction.id)
    .map(order => order.executedAt);
  const objections = sanction.objections.map(objection => {
    if (objection.decidedAt === null) return objection;
    const restoredAt = moments.reduce<string | null>(laterOrNever, objection.decidedAt);
    return { ...objection, restoredAt };
  });
  return { ...sanction, objections };
}

function laterOrNever(first: string | null, second: string | null): string | null {
  return first === null || second === null ? null : later(first, second);
}

function accountsUnder(measure: WorldMeasure, holder: HolderDraft): AccountDraft[] {
  if (measure.kind !== "SUSPEND_NON_COUNTER" && measure.kind !== "SUSPEND_ALL_PAYMENT") return [];
  return holder.accounts.filter(
    account =>
      (account.kind === "PAYMENT_ACCOUNT") === (measure.kind === "SUSPEND_ALL_PAYMENT") &&
      (account.closedOn === null || account.closedOn > measure.startsOn),
  );
}

function linesUnder(measure: WorldMeasure, holder: HolderDraft): LineDraft[] {
  if (measure.kind !== "SUSPEND_LINE" && measure.kind !== "REVERIFY") return [];
  return holder.lines;
}

function restrictByMeasure(
  block: Block,
  sanction: WorldSanction,
  measure: WorldMeasure,
  account: AccountDraft,
  outcome: OrderOutcome | undefined,
): void {
  const version = versionOn(sanction.recognisedOn);
  const message = `The holder is under a sanction.${version.isProvisional ? " (provisional)" : ""}`;
  restrictAccount(block, account, {
    kind: measure.kind === "SUSPEND_ALL_PAYMENT" ? "SUSPEND_ALL_PAYMENT" : "SUSPEND_NON_COUNTER",
    issuedAt: minutesAfter(measure.recordedAt, block.random.integer(1, MINUTES_TO_SPREAD)),
    endsAt: endOfDay(measure.endsOn),
    liftedAt: measure.liftedAt,
    causeId: sanction.id,
    derivation: [
      finding("suspendFiveYears", version.article, message, {
        until: measure.endsOn,
        fact: `recognised ${sanction.recognisedOn} by ${sanction.recognisedBy}`,
      }),
    ],
    outcome,
  });
}

function orderByMeasure(block: Block, sanction: WorldSanction, measure: WorldMeasure, line: LineDraft): void {
  const ranOut = measure.endsOn < block.plan.today ? endOfDay(measure.endsOn) : null;
  orderLine(block, line, {
    kind: measure.kind === "REVERIFY" ? "REVERIFY" : "SUSPEND",
    issuedAt: minutesAfter(measure.recordedAt, block.random.integer(1, MINUTES_TO_SPREAD)),
    causeId: sanction.id,
    reason: finding("telecomSanction", "N20-5", "The holder is under a phone-card sanction.", {
      until: measure.endsOn,
      fact: `recognised ${sanction.recognisedOn} by ${sanction.recognisedBy}`,
    }),
    endedAt: measure.liftedAt ?? ranOut,
  });
}
