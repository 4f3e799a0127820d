import { addDays, chinaDay } from "../../../../schema/contract/calendar";
import type { WorldTransfer } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { anyMoment, later, minutesAfter } from "../worldCalendar";
import type { Mule, RingPlan } from "./ring";

const FEWEST_HOPS = 2;
const MOST_HOPS = 5;
const MOST_BRANCHES = 3;
const HOP_MINUTES = [2, 19] as const;
/** What a victim loses, in yuan. */
const LOSS_YUAN = [18_000, 460_000] as const;
/** Mules keep a little of what passes through, in parts of a thousand. */
const COMMISSION_PER_MILLE = [2, 15] as const;
/** The days before the case in which the money moved. */
const MOVED_DAYS_BEFORE_CASE = [3, 18] as const;

interface Purse {
  readonly mule: Mule;
  readonly cents: number;
  readonly at: string;
}

interface Hop {
  readonly from: Mule;
  readonly to: Mule;
  readonly cents: number;
  readonly at: string;
  readonly channel: WorldTransfer["channel"];
}

/** The money of each victim through the ring: split, minutes apart, over two to five hops, then cashed. */
export function createTransfers(block: Block, ring: RingPlan, mules: readonly Mule[]): WorldTransfer[] {
  return ring.victims.flatMap(victim => {
    const source = usableAccount(victim, ring.caseOpenedOn);
    if (source === null) return [];
    return createChain(block, ring, source, mules).map(hop => toTransfer(block, ring, hop));
  });
}

function usableAccount(victim: HolderDraft, by: string): Mule | null {
  const lastDay = addDays(by, -MOVED_DAYS_BEFORE_CASE[1] - 1);
  const account = victim.accounts.find(
    candidate =>
      candidate.openedOn <= lastDay &&
      candidate.status !== "CLOSED" &&
      candidate.kind !== "CREDIT_CARD" &&
      candidate.kind !== "PASSBOOK",
  );
  return account === undefined ? null : { holder: victim, account };
}

function createChain(block: Block, ring: RingPlan, source: Mule, mules: readonly Mule[]): Hop[] {
  const { random } = block;
  const movedOn = addDays(ring.caseOpenedOn, -random.integer(...MOVED_DAYS_BEFORE_CASE));
  const tiers = intoTiers(block, mules);
  let purses: Purse[] = [
    { mule: source, cents: random.integer(...LOSS_YUAN) * 100, at: anyMoment(movedOn, random) },
  ];
  return tiers.flatMap((tier, tierIndex) => {
    const hops = purses.flatMap(purse =>
      split(block, purse, tier, channelFor(block, tierIndex, tiers.length)),
    );
    purses = gather(hops);
    return hops;
  });
}

// What came in from several sides goes on as one sum, once the last of it is there.
function gather(hops: readonly Hop[]): Purse[] {
  const purses = new Map<string, Purse>();
  for (const { to, cents, at } of hops) {
    const known = purses.get(to.account.number);
    purses.set(to.account.number, {
      mule: to,
      cents: cents + (known?.cents ?? 0),
      at: known === undefined ? at : later(known.at, at),
    });
  }
  return [...purses.values()];
}

// Money never comes back to an account it has left, so each account stands in one tier.
function intoTiers({ random }: Block, mules: readonly Mule[]): Mule[][] {
  const hops = Math.min(random.integer(FEWEST_HOPS, MOST_HOPS), mules.length);
  const shuffled = random.sample(mules, mules.length);
  return Array.from({ length: hops }, (_, tier) =>
    shuffled.filter((_mule, position) => position % hops === tier).slice(0, MOST_BRANCHES),
  );
}

function split(
  { random }: Block,
  purse: Purse,
  tier: readonly Mule[],
  channel: WorldTransfer["channel"],
): Hop[] {
  const targets = random.sample(tier, random.integer(1, tier.length));
  const commission = Math.round((purse.cents * random.integer(...COMMISSION_PER_MILLE)) / 1000);
  let left = purse.cents - commission;
  return targets.map((to, position) => {
    const isLast = position === targets.length - 1;
    const cents = isLast ? left : Math.floor((left * random.integer(30, 60)) / 10_000) * 100;
    left -= cents;
    return {
      from: purse.mule,
      to,
      cents,
      channel,
      at: minutesAfter(purse.at, random.integer(...HOP_MINUTES)),
    };
  });
}

function channelFor({ random }: Block, tier: number, tiers: number): WorldTransfer["channel"] {
  if (tier === 0) return random.pick(["COUNTER", "ONLINE", "MOBILE"]);
  return tier === tiers - 1 ? random.pick(["ATM", "POS", "MOBILE"]) : random.pick(["ONLINE", "MOBILE"]);
}

function toTransfer({ random }: Block, ring: RingPlan, hop: Hop): WorldTransfer {
  const { from, to } = hop;
  const day = chinaDay(new Date(hop.at)).replaceAll("-", "");
  return {
    id: random.uuid(),
    reference: `${from.account.institution}${day}${random.uuid().slice(0, 8)}`,
    from: {
      institution: from.account.institution,
      number: from.account.number,
      holder: from.holder.subject.document,
    },
    to: {
      institution: to.account.institution,
      number: to.account.number,
      holder: to.holder.subject.document,
    },
    amount: `${Math.floor(hop.cents / 100)}.${String(hop.cents % 100).padStart(2, "0")}`,
    channel: hop.channel,
    at: hop.at,
    caseNumber: ring.caseNumber,
  };
}
