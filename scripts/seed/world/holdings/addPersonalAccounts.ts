import { daysBetween } from "../../../../schema/contract/calendar";
import type { WorldAccount } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import type { InstitutionProfile } from "../reference/institutionProfiles";
import { earlier } from "../worldCalendar";
import { createAccount } from "./createAccount";
import { earliestOpening, openingDay } from "./openingDay";
import { nextClass, ONE_CLASS_I_SINCE } from "./nextClass";
import { ownPhone } from "./ownPhone";
import { pickInstitution } from "./pickInstitution";

const ACCOUNT_COUNTS = [
  [0, 3],
  [1, 24],
  [2, 27],
  [3, 20],
  [4, 12],
  [5, 6],
  [6, 4],
  [8, 2],
  [11, 1],
  [14, 1],
] as const;
const KINDS = [
  ["DEBIT_CARD", 58],
  ["PAYMENT_ACCOUNT", 27],
  ["CREDIT_CARD", 9],
  ["PASSBOOK", 6],
] as const;
const STATUSES = [
  ["NORMAL", 86],
  ["CLOSED", 9],
  ["DORMANT", 5],
] as const;
const LATER_CLASSES = [
  ["II", 7],
  ["III", 3],
] as const;
const PAYMENT_CLASSES = [
  ["III", 5],
  ["II", 3],
  ["I", 2],
] as const;
const EXEMPTIONS = [
  [null, 94],
  ["SOCIAL_SECURITY", 4],
  ["MEDICAL", 1],
  ["MILITARY", 1],
] as const;
/** N16-5 looks at more than four debit cards with one bank: this share of people has four or more. */
const COLLECTOR_SHARE = 0.015;
const COLLECTED_CARDS = [
  [4, 4],
  [5, 3],
  [6, 2],
  [8, 1],
] as const;
/** Half-way through its backfill a bank has reported about every second account. */
const REPORTED_IN_BACKFILL = 0.5;

/** Gives a person the accounts of an ordinary life, all opened up to `latest`; `relative` may lend a phone. */
export function addPersonalAccounts(
  block: Block,
  holder: HolderDraft,
  latest: string,
  relative: HolderDraft | undefined,
): void {
  const { random } = block;
  const deviceId = `dev-${random.uuid().slice(0, 13)}`;
  const draft = (institution: InstitutionProfile, kind: string): void => {
    if (institution.reporting === "BACKFILL" && !random.chance(REPORTED_IN_BACKFILL)) return;
    const lastDay = earlier(latest, block.plan.lastReportedOn(institution));
    const openedOn = openingDay(random, earlier(earliestOpening(holder), lastDay), lastDay);
    holder.accounts.push(
      createAccount(block, {
        institution,
        kind,
        accountClass: null,
        status: random.weighted(STATUSES),
        holder: holder.subject.document,
        openedOn,
        reservedPhone: ownPhone(random, holder, openedOn, relative),
        deviceId: kind === "PAYMENT_ACCOUNT" || openedOn > ONE_CLASS_I_SINCE ? deviceId : null,
        exemptFromLimit:
          kind === "DEBIT_CARD" ? random.weighted<WorldAccount["exemptFromLimit"]>(EXEMPTIONS) : null,
      }),
    );
  };
  if (random.chance(COLLECTOR_SHARE)) {
    const bank = pickInstitution(random, "BANKING");
    const count = random.weighted(COLLECTED_CARDS);
    for (let position = 0; position < count; position += 1) draft(bank, "DEBIT_CARD");
  }
  const count = random.weighted(ACCOUNT_COUNTS);
  const wallets = new Set<string>();
  for (let position = 0; position < count; position += 1) {
    const kind = random.weighted(KINDS);
    const institution = pickInstitution(random, kind === "PAYMENT_ACCOUNT" ? "PAYMENT" : "BANKING");
    if (kind === "PAYMENT_ACCOUNT" && wallets.has(institution.code)) continue;
    wallets.add(institution.code);
    draft(institution, kind);
  }
  assignClasses(block, holder);
}

// In the order of their opening: the first at a bank is class I, those after the rule came are not.
function assignClasses({ random }: Block, holder: HolderDraft): void {
  holder.accounts.sort((a, b) => daysBetween(b.openedOn, a.openedOn));
  for (const account of holder.accounts) {
    if (account.kind === "PAYMENT_ACCOUNT") account.accountClass = random.weighted(PAYMENT_CLASSES);
    if (account.kind !== "DEBIT_CARD" && account.kind !== "PASSBOOK") continue;
    account.accountClass = nextClass(
      holder,
      account.institution,
      account.openedOn,
      random.weighted(LATER_CLASSES),
    );
  }
}
