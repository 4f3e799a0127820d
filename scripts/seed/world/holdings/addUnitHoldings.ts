import { addDays } from "../../../../schema/contract/calendar";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import type { InstitutionProfile } from "../reference/institutionProfiles";
import { earlier } from "../worldCalendar";
import { createAccount } from "./createAccount";
import { createLine } from "./createLine";
import { earliestOpening, openingDay } from "./openingDay";
import { ownPhone } from "./ownPhone";
import { pickInstitution } from "./pickInstitution";

/** What N16-4 wants cleaned up, and what every company has; each unit has one of the first in turn. */
const GOVERNED_KINDS = ["VOICE_TRUNK", "NUMBER_400", "SWITCHBOARD", "ONE_NUMBER", "INTERNATIONAL_GATEWAY"];
const PLAIN_KINDS = ["FIXED_LINE", "BROADBAND", "MOBILE", "IOT"];
const MOST_PLAIN_LINES = 3;
const MOST_SETTLEMENT_ACCOUNTS = 2;
const UNIT_CARD_SHARE = 0.6;
const WALLET_SHARE = 0.4;
const CLOSED_SHARE = 0.08;

/** Gives a unit its lines and accounts; its people's phones are what banks have on file. */
export function addUnitHoldings(
  block: Block,
  unit: HolderDraft,
  representative: HolderDraft,
  turn: number,
): void {
  const { random } = block;
  const governed = GOVERNED_KINDS[turn % GOVERNED_KINDS.length] ?? "VOICE_TRUNK";
  const kinds = [governed, ...random.sample(PLAIN_KINDS, random.integer(1, MOST_PLAIN_LINES))];
  for (const kind of kinds) addUnitLine(block, unit, kind);
  const settlements = random.integer(1, MOST_SETTLEMENT_ACCOUNTS);
  for (let position = 0; position < settlements; position += 1) addBankAccounts(block, unit, representative);
  if (random.chance(WALLET_SHARE)) {
    addAccount(block, unit, representative, pickInstitution(random, "PAYMENT"), "PAYMENT_ACCOUNT");
  }
}

// Trunks and 400 numbers are a network operator's; resellers have none to give.
function addUnitLine(block: Block, unit: HolderDraft, kind: string): void {
  const { random } = block;
  const carrier = pickInstitution(random, "TELECOM", { isNoReseller: true });
  const lastDay = block.plan.lastReportedOn(carrier);
  unit.lines.push(
    createLine(block, {
      carrier,
      kind,
      status: random.chance(CLOSED_SHARE) ? "CLOSED" : "ACTIVE",
      holder: unit.subject.document,
      registeredOn: openingDay(random, earlier(earliestOpening(unit), lastDay), lastDay),
    }),
  );
}

function addBankAccounts(block: Block, unit: HolderDraft, representative: HolderDraft): void {
  const bank = pickInstitution(block.random, "BANKING", { isComplete: true });
  addAccount(block, unit, representative, bank, "UNIT_SETTLEMENT");
  if (block.random.chance(UNIT_CARD_SHARE)) addAccount(block, unit, representative, bank, "UNIT_CARD");
}

function addAccount(
  block: Block,
  unit: HolderDraft,
  representative: HolderDraft,
  institution: InstitutionProfile,
  kind: string,
): void {
  const lastDay = addDays(block.plan.lastReportedOn(institution), -1);
  const openedOn = openingDay(block.random, earlier(earliestOpening(unit), lastDay), lastDay);
  unit.accounts.push(
    createAccount(block, {
      institution,
      kind,
      accountClass: kind === "PAYMENT_ACCOUNT" ? "I" : null,
      status: block.random.chance(CLOSED_SHARE) ? "CLOSED" : "NORMAL",
      holder: unit.subject.document,
      openedOn,
      reservedPhone: ownPhone(block.random, representative, openedOn),
    }),
  );
}
