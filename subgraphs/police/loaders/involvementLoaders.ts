import type DataLoader from "dataloader";
import type { DirectoryIds } from "../../../schema/contract/directoryIds";
import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import type { MomentPosition } from "../store/momentPosition";
import type { PoliceStores } from "../stores";
import type { Involvement } from "../types/Involvement";

/** What belongs to the officer's cases, by person, line, account and case. */
export function createInvolvementLoaders(
  involvements: PoliceStores["involvements"],
  officer: string,
  ids: DirectoryIds,
) {
  return {
    involvement: createBatchLoader((keys: readonly string[]) =>
      involvements.involvementsByIds(keys, officer),
    ),
    involvementsBySubject: createGroupLoader(
      (keys: readonly string[]) => involvements.involvementsOfSubjects(keys, officer),
      row => row.subjectId ?? "",
    ),
    involvementsByLineNumber: createLineLoader(ids, keys => involvements.involvementsOfLines(keys, officer)),
    involvementsByAccount: createGroupLoader(
      (keys: readonly string[]) => involvements.involvementsOfAccounts(keys, officer),
      row => row.accountId ?? "",
    ),
    involvementPages: createPageLoaders((numbers, after, limit) =>
      involvements.pagesOfCases(numbers, officer, after, limit),
    ),
  };
}

/** Lines are asked for by number and stored by keyed id. */
function createLineLoader(
  ids: DirectoryIds,
  load: (lineIds: readonly string[]) => Promise<readonly Involvement[]>,
): { load(number: string): Promise<Involvement[]> } {
  const byLineId = createGroupLoader(load, row => row.lineId ?? "");
  return { load: number => byLineId.load(ids.lineId(number)) };
}

type LoadPages = (
  numbers: readonly string[],
  after: MomentPosition | null,
  limit: number,
) => Promise<readonly Involvement[]>;

/** All cases of one field are paged alike, so a loader for each page asked for keeps it at one statement. */
function createPageLoaders(load: LoadPages) {
  const loaders = new Map<string, DataLoader<string, Involvement[]>>();
  return (after: MomentPosition | null, limit: number): DataLoader<string, Involvement[]> => {
    const page = JSON.stringify([after?.at ?? null, after?.id ?? null, limit]);
    const loader =
      loaders.get(page) ??
      createGroupLoader(
        (numbers: readonly string[]) => load(numbers, after, limit),
        row => row.caseNumber,
      );
    loaders.set(page, loader);
    return loader;
  };
}
