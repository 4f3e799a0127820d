import type { WorldCase, WorldSanction, WorldTransfer } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { applySanction } from "../sanctions/applySanction";
import { createAftermath, type Aftermath } from "./createAftermath";
import { createCase } from "./createCase";
import { createCaseOfficers } from "./createCaseOfficers";
import { createInvolvements } from "./createInvolvements";
import { createTransfers } from "./createTransfers";
import { flagRingLines } from "./flagRingLines";
import { issueStopPayments } from "./issueStopPayments";
import { openRingHoldings } from "./openRingHoldings";
import { restrictByCase } from "./restrictByCase";
import type { RingPlan } from "./ring";

/** Everything a ring adds to its neighbourhood besides what its members now hold. */
export interface RingStory extends Aftermath {
  readonly case: WorldCase;
  readonly transfers: readonly WorldTransfer[];
  /** The plan's sanctions, with when the last institution had restored what was lifted. */
  readonly sanctions: readonly WorldSanction[];
  readonly shell: HolderDraft | null;
}

/** Tells a ring from its first card to what police, banks and carriers did about it. */
export function createRing(block: Block, ring: RingPlan): RingStory {
  const holdings = openRingHoldings(block, ring);
  const transfers = createTransfers(block, ring, holdings.mules);
  const officers = createCaseOfficers(block);
  const involvements = createInvolvements(block, ring, holdings, officers);
  const stopPayments = issueStopPayments(block, ring, holdings.mules);
  const holders = holdings.shell === null ? ring.members : [...ring.members, holdings.shell];
  const accountWork = restrictByCase(block, { ...ring, officer: officers.lead, holders }, involvements);
  const ringCase = createCase(block, ring, { officers, involvements, stopPayments, ...accountWork });
  flagRingLines(block, ring, holdings, involvements);
  const sanctions = [...ring.sanctions].map(([member, sanction]) => applySanction(block, sanction, member));
  return {
    ...createAftermath(block, ring, holdings),
    case: ringCase,
    transfers,
    sanctions,
    shell: holdings.shell,
  };
}
