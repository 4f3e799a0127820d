import type { HolderDraft } from "../holderDraft";
import type { Random } from "../random/createRandom";

/** Parents and children lend each other their phones now and then: not every shared phone is a ring. */
const BORROWED_SHARE = 0.03;
/** Some never gave the bank a number. */
const NONE_SHARE = 0.06;

/** The number a customer leaves with a bank on that day: a mobile of their own, seldom a relative's, or none. */
export function ownPhone(
  random: Random,
  holder: HolderDraft,
  openedOn: string,
  relative?: HolderDraft,
): string | null {
  if (random.chance(NONE_SHARE)) return null;
  const lender = relative !== undefined && random.chance(BORROWED_SHARE) ? relative : holder;
  const mobiles = lender.lines.filter(line => line.kind === "MOBILE" && line.status !== "PENDING");
  const known = mobiles.find(line => line.registeredOn <= openedOn) ?? mobiles[0];
  return known?.number ?? null;
}
