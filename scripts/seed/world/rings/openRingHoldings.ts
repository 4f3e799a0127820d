import { addDays } from "../../../../schema/contract/calendar";
import type { WorldOutlet } from "../../worldModel";
import type { Block } from "../block";
import { createAccount } from "../holdings/createAccount";
import { createLine } from "../holdings/createLine";
import { nextClass } from "../holdings/nextClass";
import { pickInstitution } from "../holdings/pickInstitution";
import { pickOutlet } from "../holdings/pickOutlet";
import type { HolderDraft, LineDraft } from "../holderDraft";
import type { InstitutionProfile } from "../reference/institutionProfiles";
import { openShell } from "./openShell";
import type { Mule, RingHoldings, RingPlan } from "./ring";

/** Rings go where nobody looks: most of them to the one outlet in town that an agent runs. */
const AGENT_OUTLET_SHARE = 0.7;
const MOST_MULE_LINES = 3;
/** The day within the preparation on which all members are taken to the same bank. */
const BANK_DAY = 30;
const SECOND_CARD_SHARE = 0.6;
const WALLET_SHARE = 0.75;

interface Places {
  readonly carrier: InstitutionProfile;
  readonly carrierOutlet: WorldOutlet;
  readonly bank: InstitutionProfile;
  readonly bankOutlet: WorldOutlet;
  readonly otherBank: InstitutionProfile;
  readonly wallet: InstitutionProfile;
  readonly sharedDevice: string;
}

/** Opens what the ring needs: lines through one agent, cards at one outlet on one day, wallets on one device. */
export function openRingHoldings(block: Block, ring: RingPlan): RingHoldings {
  const places = choosePlaces(block);
  const sharedPhones = [
    openLine(block, ring, places, ring.lender),
    openLine(block, ring, places, ring.members[0]),
  ];
  const lines = [...sharedPhones];
  const mules: Mule[] = [];
  for (const member of ring.members) {
    const count = block.random.integer(1, MOST_MULE_LINES);
    for (let position = 0; position < count; position += 1) lines.push(openLine(block, ring, places, member));
    mules.push(...openAccounts(block, ring, places, member, sharedPhones));
  }
  const shell = openShell(block, ring, { ...places, phone: sharedPhones[0]?.number ?? null });
  const shellMules = shell === null ? [] : shell.accounts.map(account => ({ holder: shell, account }));
  return { ...places, sharedPhones, lines, mules: [...mules, ...shellMules], shell };
}

function choosePlaces(block: Block): Places {
  const { random } = block;
  const carrier = pickInstitution(random, "TELECOM", { isComplete: true, isNoReseller: true });
  const bank = pickInstitution(random, "BANKING", { isComplete: true });
  return {
    carrier,
    carrierOutlet: ringOutlet(block, carrier),
    bank,
    bankOutlet: ringOutlet(block, bank),
    otherBank: pickInstitution(random, "BANKING", { isComplete: true, otherThan: bank }),
    wallet: pickInstitution(random, "PAYMENT", { isComplete: true }),
    sharedDevice: `dev-${random.uuid().slice(0, 13)}`,
  };
}

function ringOutlet(block: Block, institution: InstitutionProfile): WorldOutlet {
  const ofAgents = block.plan
    .outletsOf(institution.code)
    .filter(outlet => outlet.agentCode !== null && outlet.region.startsWith(block.division.city.slice(0, 4)));
  return ofAgents.length > 0 && block.random.chance(AGENT_OUTLET_SHARE)
    ? block.random.pick(ofAgents)
    : pickOutlet(block, institution.code);
}

function openLine(
  block: Block,
  ring: RingPlan,
  { carrier, carrierOutlet }: Places,
  holder: HolderDraft,
): LineDraft {
  const line = createLine(block, {
    carrier,
    kind: "MOBILE",
    status: "ACTIVE",
    holder: holder.subject.document,
    registeredOn: addDays(ring.preparedOn, block.random.integer(0, BANK_DAY - 5)),
    outlet: carrierOutlet,
  });
  holder.lines.push(line);
  return line;
}

function openAccounts(
  block: Block,
  ring: RingPlan,
  places: Places,
  holder: HolderDraft,
  sharedPhones: readonly LineDraft[],
): Mule[] {
  const { random } = block;
  const bankDay = addDays(ring.preparedOn, BANK_DAY);
  const open = (
    institution: InstitutionProfile,
    kind: string,
    openedOn: string,
    outlet?: WorldOutlet,
  ): Mule => {
    const account = createAccount(block, {
      institution,
      kind,
      accountClass: kind === "PAYMENT_ACCOUNT" ? "III" : nextClass(holder, institution.code, openedOn, "II"),
      status: "NORMAL",
      holder: holder.subject.document,
      openedOn,
      reservedPhone: random.pick(sharedPhones).number,
      deviceId: places.sharedDevice,
      outlet,
    });
    holder.accounts.push(account);
    return { holder, account };
  };
  const mules = [open(places.bank, "DEBIT_CARD", bankDay, places.bankOutlet)];
  if (random.chance(SECOND_CARD_SHARE)) {
    mules.push(open(places.otherBank, "DEBIT_CARD", addDays(bankDay, random.integer(1, 12))));
  }
  const hasWallet = holder.accounts.some(account => account.institution === places.wallet.code);
  if (!hasWallet && random.chance(WALLET_SHARE)) {
    mules.push(open(places.wallet, "PAYMENT_ACCOUNT", addDays(bankDay, random.integer(1, 15))));
  }
  return mules;
}
