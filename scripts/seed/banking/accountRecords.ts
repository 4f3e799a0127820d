import { OrderStatus } from "../../../subgraphs/shared/types/enums";
import type { AccountRecord } from "../../../subgraphs/banking/store/accountRecord";
import type { OrderRow } from "../../../subgraphs/banking/store/orderStore";
import type { RestrictionRow } from "../../../subgraphs/banking/store/restrictionStore";
import {
  AccountClass,
  AccountKind,
  AccountOrderKind,
  AccountStatus,
  LimitExemption,
} from "../../../subgraphs/banking/types/enums";
import type { WorldAccount, WorldAccountOrder, WorldRestriction } from "../worldModel";
import type { BankingNaming } from "./bankingNaming";
import { observedAt, type CompleteAsOf } from "./observedAt";

/** An account with what hangs on it. */
interface AccountRecords {
  readonly account: AccountRecord;
  readonly restrictions: RestrictionRow[];
  readonly orders: OrderRow[];
}

interface AccountPlace {
  readonly subjectId: string;
  readonly accountId: string;
  readonly institution: string;
}

/** An account of the world as the store takes it. */
export function accountRecords(
  account: WorldAccount,
  completeAsOf: CompleteAsOf,
  naming: BankingNaming,
): AccountRecords {
  const { institution, number, accountClass, exemptFromLimit, restrictions, orders } = account;
  const place = {
    subjectId: naming.tokenOf(account.holder),
    accountId: naming.accountId(account),
    institution,
  };
  return {
    account: {
      id: place.accountId,
      subjectId: place.subjectId,
      institution,
      number,
      kind: AccountKind[account.kind as keyof typeof AccountKind],
      accountClass: accountClass === null ? null : AccountClass[accountClass],
      reportedStatus: AccountStatus[account.status],
      openedOn: account.openedOn,
      closedOn: account.closedOn,
      outletCode: account.outletCode,
      reservedPhone: account.reservedPhone,
      deviceId: account.deviceId,
      exemptFromLimit: exemptFromLimit === null ? null : LimitExemption[exemptFromLimit],
      involvedOn: account.involvedOn,
      observedAt: observedAt(account, completeAsOf),
    },
    restrictions: restrictions.map(restriction => toRestriction(restriction, place)),
    orders: orders.map(order => toOrder(order, place)),
  };
}

function toRestriction(
  restriction: WorldRestriction,
  { subjectId, accountId }: AccountPlace,
): RestrictionRow {
  const { kind, startsAt, endsAt, liftedAt, derivation, ...rest } = restriction;
  return {
    ...rest,
    subjectId,
    accountId,
    kind: AccountOrderKind[kind as keyof typeof AccountOrderKind],
    startsAt: new Date(startsAt),
    endsAt: momentOf(endsAt),
    liftedAt: momentOf(liftedAt),
    derivation: [...derivation],
  };
}

function toOrder(order: WorldAccountOrder, place: AccountPlace): OrderRow {
  const { kind, status, ...rest } = order;
  return {
    ...rest,
    ...place,
    kind: AccountOrderKind[kind as keyof typeof AccountOrderKind],
    status: OrderStatus[status as keyof typeof OrderStatus],
    issuedAt: new Date(order.issuedAt),
    dueAt: new Date(order.dueAt),
    deliveredAt: momentOf(order.deliveredAt),
    executedAt: momentOf(order.executedAt),
  };
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
