import { addDays } from "../../../../schema/contract/calendar";
import type { WorldOutlet, WorldTransfer } from "../../worldModel";
import type { Block } from "../block";
import { createFlag } from "../holdings/createFlag";
import type { AccountDraft, LineDraft } from "../holderDraft";
import { minutesAfter, momentOn } from "../worldCalendar";
import type { Cast } from "./createCast";
import { openAccount, openLine, type ToldAccount } from "./openHoldings";
import { namedCases } from "./namedCases";

/** What the ring around `ringMember` opened and moved. */
export interface NamedRing {
  readonly lines: readonly LineDraft[];
  /** Where the victim's money arrived first. */
  readonly firstMule: AccountDraft;
  readonly secondMule: AccountDraft;
  readonly transfers: readonly WorldTransfer[];
}

const DEVICE = "dev-9f31c0de-7a42";
const PREPARED_DAYS_BEFORE_CASE = 90;
const MOVED_DAYS_BEFORE_CASE = 9;

/**
 * `ringMember`: four lines and six accounts at five institutions, the banks having other people's numbers for
 * them, and one tie of each kind to five other people: phone, device, outlet and day, agent, money; and to the
 * company that he stands for.
 */
export function tellRing(block: Block, cast: Cast): NamedRing {
  const { ringMember } = cast;
  const caseDay = namedCases(block.plan.today).ring.openedOn;
  const bankDay = addDays(caseDay, -PREPARED_DAYS_BEFORE_CASE + 20);
  const phones = openPhones(block, cast, addDays(caseDay, -PREPARED_DAYS_BEFORE_CASE));
  const [ringOutlet, otherTown] = agentOutlets(block, "102");
  const [branch, farBranch] = agentOutlets(block, "103");
  const account = (
    institution: string,
    kind: string,
    phone: LineDraft,
    extra: Partial<ToldAccount> = {},
  ): AccountDraft =>
    openAccount(block, ringMember, {
      institution,
      kind,
      accountClass: kind === "PAYMENT_ACCOUNT" ? "III" : "I",
      openedOn: bankDay,
      phone,
      ...extra,
    });
  account("102", "DEBIT_CARD", phones.own, { openedOn: "2017-09-04", outlet: otherTown });
  const firstMule = account("102", "DEBIT_CARD", phones.organiser, {
    accountClass: "II",
    deviceId: DEVICE,
    outlet: ringOutlet,
  });
  account("103", "DEBIT_CARD", phones.lender, { openedOn: addDays(bankDay, 2), outlet: branch });
  account("106", "DEBIT_CARD", phones.lender, { openedOn: addDays(bankDay, 3) });
  account("Z01", "PAYMENT_ACCOUNT", phones.organiser, { openedOn: addDays(bankDay, 4), deviceId: DEVICE });
  account("Z02", "PAYMENT_ACCOUNT", phones.receiver, { openedOn: addDays(bankDay, 5) });
  openOthersAccounts(block, cast, phones, { ringOutlet, farBranch, bankDay });
  const secondMule = openAccount(block, cast.receivesMoney, {
    institution: "106",
    kind: "DEBIT_CARD",
    accountClass: "I",
    openedOn: addDays(bankDay, 6),
    phone: phones.receiver,
  });
  flagLines(block, phones, caseDay);
  return {
    lines: ringMember.lines,
    firstMule,
    secondMule,
    transfers: moveMoney(block, cast, firstMule, secondMule),
  };
}

interface RingPhones {
  readonly own: LineDraft;
  readonly second: LineDraft;
  readonly organiser: LineDraft;
  readonly lender: LineDraft;
  readonly receiver: LineDraft;
}

function openPhones(block: Block, cast: Cast, preparedOn: string): RingPhones {
  const own = openLine(block, cast.ringMember, "C01", "2016-11-11");
  const second = openLine(block, cast.ringMember, "C01", preparedOn);
  openLine(block, cast.ringMember, "C02", addDays(preparedOn, 1));
  openLine(block, cast.ringMember, "C03", addDays(preparedOn, 1));
  const organiser = openLine(block, cast.organiser, "C01", addDays(preparedOn, -200));
  const lender = openLine(block, cast.lender, "C02", "2011-07-07");
  const receiver = openLine(block, cast.receivesMoney, "C03", addDays(preparedOn, 5));
  for (const other of [
    cast.sharesPhone,
    cast.sharesOutlet,
    cast.sharesAgent,
    cast.sharesDevice,
    cast.victim,
  ]) {
    openLine(block, other, "C01", "2019-12-24");
  }
  return { own, second, organiser, lender, receiver };
}

function agentOutlets(block: Block, institution: string): [WorldOutlet | undefined, WorldOutlet | undefined] {
  const outlets = block.plan.outletsOf(institution);
  const first = outlets.find(outlet => outlet.agentCode !== null);
  const second = outlets.find(outlet => outlet !== first && outlet.agentCode === first?.agentCode);
  return [first, second];
}

interface OtherPlaces {
  readonly ringOutlet: WorldOutlet | undefined;
  readonly farBranch: WorldOutlet | undefined;
  readonly bankDay: string;
}

function openOthersAccounts(block: Block, cast: Cast, phones: RingPhones, places: OtherPlaces): void {
  const { ringOutlet, farBranch, bankDay } = places;
  const debit = { kind: "DEBIT_CARD", accountClass: "I" } as const;
  openAccount(block, cast.organiser, { ...debit, institution: "103", openedOn: "2018-06-06" });
  openAccount(block, cast.lender, { ...debit, institution: "102", openedOn: "2009-02-20" });
  openAccount(block, cast.sharesPhone, {
    ...debit,
    institution: "106",
    openedOn: bankDay,
    phone: phones.organiser,
  });
  openAccount(block, cast.sharesOutlet, {
    ...debit,
    institution: "102",
    openedOn: bankDay,
    outlet: ringOutlet,
  });
  openAccount(block, cast.sharesAgent, {
    ...debit,
    institution: "103",
    openedOn: addDays(bankDay, 9),
    outlet: farBranch,
  });
  openAccount(block, cast.sharesDevice, {
    institution: "Z01",
    kind: "PAYMENT_ACCOUNT",
    accountClass: "III",
    openedOn: addDays(bankDay, 8),
    deviceId: DEVICE,
  });
  openAccount(block, cast.victim, { ...debit, institution: "103", openedOn: "2008-08-08" });
  openAccount(block, cast.shell, {
    institution: "102",
    kind: "UNIT_SETTLEMENT",
    openedOn: bankDay,
    phone: phones.own,
  });
}

function flagLines(block: Block, { second, own }: RingPhones, caseDay: string): void {
  second.flags.push(
    createFlag(block, second, {
      kind: "HARASSING_CALLS",
      observedOn: addDays(caseDay, -12),
      status: "VERIFIED",
    }),
    createFlag(block, second, { kind: "POLICE_NOTICE", observedOn: addDays(caseDay, 2), status: "REPORTED" }),
  );
  own.flags.push(
    createFlag(block, own, {
      kind: "ABNORMAL_FREQUENCY",
      observedOn: addDays(caseDay, -30),
      status: "DISMISSED",
    }),
  );
}

// Three hops within half an hour: from the victim through both mules to the company.
function moveMoney(
  block: Block,
  cast: Cast,
  firstMule: AccountDraft,
  secondMule: AccountDraft,
): WorldTransfer[] {
  const named = namedCases(block.plan.today).ring;
  const startedAt = momentOn(addDays(named.openedOn, -MOVED_DAYS_BEFORE_CASE), 14 * 3600 + 420);
  const [fromVictim] = cast.victim.accounts;
  const [shellAccount] = cast.shell.accounts;
  if (fromVictim === undefined || shellAccount === undefined) return [];
  const hops = [
    [fromVictim, firstMule, "86000.00", "COUNTER", 0],
    [firstMule, secondMule, "50000.00", "MOBILE", 6],
    [firstMule, shellAccount, "35500.00", "ONLINE", 9],
    [secondMule, shellAccount, "49600.00", "MOBILE", 21],
  ] as const;
  return hops.map(([from, to, amount, channel, minutes]) => ({
    id: block.random.uuid(),
    reference: `${from.institution}-${named.number}-${minutes}`,
    from: { institution: from.institution, number: from.number, holder: from.holder },
    to: { institution: to.institution, number: to.number, holder: to.holder },
    amount,
    channel,
    at: minutesAfter(startedAt, minutes),
    caseNumber: named.number,
  }));
}
