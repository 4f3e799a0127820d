// N16-5: class I accounts are a person's; N20-1: which cards and accounts there are, and whose.
import { HubError } from "../../../schema/contract/errors";
import { Sector } from "../../shared/types/enums";
import { AccountClass, AccountKind } from "../types/enums";
import type { LimitExemption } from "../types/enums";

/** What of an account decides who may hold it and who may keep it. */
export interface AccountShape {
  readonly kind: AccountKind;
  readonly accountClass: AccountClass | null;
  readonly exemptFromLimit: LimitExemption | null;
}

const OF_UNITS: readonly AccountKind[] = [AccountKind.UNIT_SETTLEMENT, AccountKind.UNIT_CARD];
const CLASSED: readonly AccountKind[] = [
  AccountKind.DEBIT_CARD,
  AccountKind.PASSBOOK,
  AccountKind.PAYMENT_ACCOUNT,
];

/** Refuses accounts that the rules know none of. Throws BAD_INPUT saying which rule. */
export function requireAccountShape(
  { kind, accountClass, exemptFromLimit }: AccountShape,
  holder: "PERSON" | "UNIT",
  sector: Sector,
): void {
  const isPayment = kind === AccountKind.PAYMENT_ACCOUNT;
  if (isPayment !== (sector === Sector.PAYMENT))
    throw bad("Payment institutions keep accounts of kind PAYMENT_ACCOUNT, banks keep all others.");
  if (accountClass !== null && !CLASSED.includes(kind))
    throw bad(`An account of kind ${kind} has no class: leave \`accountClass\` out.`);
  if (accountClass === AccountClass.I && holder !== "PERSON")
    throw bad("A class I account is a person's: a unit cannot hold one (N16-5).");
  if (OF_UNITS.includes(kind) && holder !== "UNIT")
    throw bad(`An account of kind ${kind} is a unit's: give the unit's UNIFIED_SOCIAL_CREDIT_CODE.`);
  if (exemptFromLimit !== null && kind !== AccountKind.DEBIT_CARD)
    throw bad("Only a debit card can be exempt from the limit on debit cards.");
}

function bad(message: string): HubError {
  return new HubError("BAD_INPUT", message);
}
