import DataLoader from "dataloader";
import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import type { DecisionRow } from "../store/decisionStore";
import type { TelecomStores } from "../stores";
import { byKey } from "./byKey";
import { loadersByArguments } from "./loadersByArguments";

/** Where and as of when an opening is checked. */
interface OpeningPlace {
  readonly carrier: string;
  readonly day: string;
}

/** What people hold, counted: for coverage, counts and opening checks. */
export function createHoldingLoaders(
  { holdings, verifiedFlags, decisions }: TelecomStores,
  today: () => string,
) {
  return {
    /** Not cut down to a view: whoever reads it shows what the view may see of it. */
    holdingsBySubject: createGroupLoader(
      (ids: readonly string[]) => holdings.holdings(ids, today()),
      row => row.subjectId,
    ),
    openingCountsBySubject: loadersByArguments(({ carrier, day }: OpeningPlace) =>
      createBatchLoader((ids: readonly string[]) =>
        byKey(holdings.openingCounts(ids, carrier, day), row => row.subjectId),
      ),
    ),
    /** Files decisions, all those of a moment at once; answers each as it is filed. */
    filedDecision: new DataLoader<DecisionRow, DecisionRow | null, string>(
      async rows => {
        const filed = await byKey(decisions.fileDecisions(rows), row => row.id);
        return rows.map(({ id }) => filed.get(id) ?? null);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    /** People with a line at the carrier on which a forged document had been verified by that day. */
    forgedBySubject: loadersByArguments(({ carrier, day }: OpeningPlace) =>
      createBatchLoader((ids: readonly string[]) =>
        byKey(verifiedFlags.forgedDocuments(ids, carrier, day), row => row.subjectId),
      ),
    ),
  };
}
