import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import { searchFundTrails, type TrailQuestion } from "../search/fundTrailSearch";
import { searchLinks } from "../search/linkSearch";
import type { TransferPlace } from "../store/transferStore";
import type { BankingStores } from "../stores";
import type { LinkKind } from "../types/enums";
import { byKey } from "./byKey";
import { perArguments } from "./perArguments";

/** Money and links between people. For the police alone; the fields say so. */
export function createSearchLoaders(stores: BankingStores) {
  const { transfers } = stores;
  return {
    transfer: createBatchLoader(
      byKey(
        (ids: readonly string[]) => transfers.transfersByIds(ids),
        row => row.id,
      ),
    ),
    transferPage: perArguments(({ after, limit }: { after: TransferPlace | null; limit: number }) =>
      createGroupLoader(
        (ids: readonly string[]) => transfers.newestByAccounts(ids, after, limit),
        row => row.accountId,
      ),
    ),
    fundTrail: perArguments((question: TrailQuestion) =>
      createBatchLoader((ids: readonly string[]) => searchFundTrails(transfers, ids, question)),
    ),
    linkSearch: perArguments((question: { depth: number; via: readonly LinkKind[] }) =>
      createBatchLoader((ids: readonly string[]) => searchLinks(stores, ids, question)),
    ),
  };
}
