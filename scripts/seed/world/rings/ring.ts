import type { WorldOutlet, WorldSanction } from "../../worldModel";
import type { AccountDraft, HolderDraft, LineDraft } from "../holderDraft";
import type { InstitutionProfile } from "../reference/institutionProfiles";
import type { RingEra } from "./ringEras";

/** A ring of mules before anything of it is opened: who, when, and what became of them. */
export interface RingPlan {
  readonly era: RingEra;
  /** The first organises, the second recruits, the others sell their cards. */
  readonly members: readonly [HolderDraft, HolderDraft, ...HolderDraft[]];
  /** Lost money to the ring; in no other connection with it. */
  readonly victims: readonly HolderDraft[];
  /** Outside the ring: a number in this person's name stands behind the members' accounts. */
  readonly lender: HolderDraft;
  readonly caseNumber: string;
  /** Code of the organ whose case it is. */
  readonly organ: string;
  /** First day on which the ring opened anything. */
  readonly preparedOn: string;
  readonly caseOpenedOn: string;
  /** The day on which the organ recognised what it recognised. */
  readonly recognisedOn: string;
  /** What the case brought upon members, by their place in the ring. */
  readonly sanctions: ReadonlyMap<HolderDraft, WorldSanction>;
}

/** An account of the ring and whose name it is in. */
export interface Mule {
  readonly holder: HolderDraft;
  readonly account: AccountDraft;
}

/** What a ring opened: the evidence that ties its members together. */
export interface RingHoldings {
  readonly sharedPhones: readonly LineDraft[];
  readonly sharedDevice: string;
  readonly bank: InstitutionProfile;
  readonly bankOutlet: WorldOutlet;
  readonly lines: readonly LineDraft[];
  readonly mules: readonly Mule[];
  /** A company that exists for its accounts alone. */
  readonly shell: HolderDraft | null;
}
