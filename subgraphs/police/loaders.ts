import type { RequestClaims } from "../../schema/contract/claims";
import type { DirectoryIds } from "../../schema/contract/directoryIds";
import { createBatchLoader } from "../shared/createBatchLoader";
import { createCaseLoaders } from "./loaders/caseLoaders";
import { createInvolvementLoaders } from "./loaders/involvementLoaders";
import { createSanctionLoaders } from "./loaders/sanctionLoaders";
import type { PoliceStores } from "./stores";

/** One look-up per kind of row and request, however many rows ask; made anew for each request. */
export function createLoaders(stores: PoliceStores, claims: RequestClaims, ids: DirectoryIds) {
  const { register, indicators, warnings } = stores;
  return {
    authority: createBatchLoader((codes: readonly string[]) => register.authoritiesByCodes(codes)),
    institution: createBatchLoader((codes: readonly string[]) => register.institutionsByCodes(codes)),
    indicator: createBatchLoader((keys: readonly string[]) => indicators.indicatorsByIds(keys)),
    warning: createBatchLoader((keys: readonly string[]) => warnings.warningsByIds(keys)),
    ...createCaseLoaders(stores, claims.caller.id),
    ...createInvolvementLoaders(stores.involvements, claims.caller.id, ids),
    ...createSanctionLoaders(stores, claims.view),
  };
}

export type PoliceLoaders = ReturnType<typeof createLoaders>;
