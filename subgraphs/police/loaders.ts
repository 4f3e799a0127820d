import type DataLoader from "dataloader";
import type { RequestClaims } from "../../schema/contract/claims";
import type { DirectoryIds } from "../../schema/contract/directoryIds";
import { createBatchLoader } from "../shared/createBatchLoader";
import { createGroupLoader } from "../shared/createGroupLoader";
import { maySeeSubject } from "./maySeeSubject";
import type { MomentPosition } from "./store/momentPosition";
import type { PoliceStores } from "./stores";
import type { Involvement } from "./types/Involvement";
import type { Sanction } from "./types/Sanction";

type InvolvementPages = (after: MomentPosition | null, limit: number) => DataLoader<string, Involvement[]>;

/** One look-up per kind of row and request, however many rows ask; made anew for each request. */
export function createLoaders(stores: PoliceStores, claims: RequestClaims, ids: DirectoryIds) {
  const officer = claims.caller.id;
  const { register, cases, caseWork, involvements, sanctions, objections, visits } = stores;
  return {
    authority: createBatchLoader(register.authoritiesByCodes),
    institution: createBatchLoader(register.institutionsByCodes),

    // Of cases, a caller sees those that they are assigned to; the statements say so.
    assignedCase: createBatchLoader((numbers: readonly string[]) => cases.assignedCases(numbers, officer)),
    officersByCase: createGroupLoader(cases.officersOfCases, row => row.caseNumber),
    stagesByCase: createGroupLoader(cases.stagesOfCases, row => row.caseNumber),
    surrendersByCase: createGroupLoader(caseWork.surrendersOfCases, row => row.caseNumber),
    stopPaymentsByCase: createGroupLoader(caseWork.stopPaymentsOfCases, row => row.caseNumber),
    stopPayment: createBatchLoader((keys: readonly string[]) => caseWork.stopPaymentsByIds(keys, officer)),

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

    sanction: createBatchLoader((keys: readonly string[]) => ownSanctions(stores, claims, keys)),
    sanctionsBySubject: createGroupLoader(
      (keys: readonly string[]) => sanctions.sanctionsOfSubjects(ownSubjects(claims, keys)),
      row => row.subjectId,
    ),
    measuresBySubject: createGroupLoader(
      (keys: readonly string[]) => sanctions.measuresOfSubjects(ownSubjects(claims, keys)),
      row => row.subjectId,
    ),

    objection: createBatchLoader(objections.objectionsByIds),
    objectionsByTarget: createGroupLoader(objections.objectionsOfTargets, row => row.targetId),
    visit: createBatchLoader(visits.visitsByIds),
    visitsBySubject: createGroupLoader(visits.visitsOfSubjects, row => row.subjectId),
    indicator: createBatchLoader(stores.indicators.indicatorsByIds),
    warning: createBatchLoader(stores.warnings.warningsByIds),
  };
}

export type PoliceLoaders = ReturnType<typeof createLoaders>;

function ownSubjects(claims: RequestClaims, subjectIds: readonly string[]): readonly string[] {
  return subjectIds.filter(id => maySeeSubject(claims.view, id));
}

async function ownSanctions(
  { sanctions }: PoliceStores,
  claims: RequestClaims,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Sanction>> {
  const found = await sanctions.sanctionsByIds(ids);
  return new Map([...found].filter(([, sanction]) => maySeeSubject(claims.view, sanction.subjectId)));
}

/** Lines are asked for by number and stored by keyed id. */
function createLineLoader(
  ids: DirectoryIds,
  load: (lineIds: readonly string[]) => Promise<readonly Involvement[]>,
): { load(number: string): Promise<Involvement[]> } {
  const byLineId = createGroupLoader(load, row => row.lineId ?? "");
  return { load: number => byLineId.load(ids.lineId(number)) };
}

/** All cases of one field are paged alike, so a loader for each page asked for keeps it at one statement. */
function createPageLoaders(
  load: (
    numbers: readonly string[],
    after: MomentPosition | null,
    limit: number,
  ) => Promise<readonly Involvement[]>,
): InvolvementPages {
  const loaders = new Map<string, DataLoader<string, Involvement[]>>();
  return (after, limit) => {
    const page = JSON.stringify([after?.id ?? null, limit]);
    const loader =
      loaders.get(page) ??
      createGroupLoader(
        numbers => load(numbers, after, limit),
        row => row.caseNumber,
      );
    loaders.set(page, loader);
    return loader;
  };
}
