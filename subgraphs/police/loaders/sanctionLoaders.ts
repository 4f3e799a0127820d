import type { View } from "../../../schema/contract/claims";
import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import { personOfView } from "../../shared/view";
import { maySeeSubject } from "../../shared/subjects/maySeeSubject";
import type { Measure } from "../../shared/types/Measure";
import { ruleTermsOf } from "../rules/ruleVersions";
import type { MeasureRow } from "../store/sanctionStore";
import type { PoliceStores } from "../stores";
import type { Sanction } from "../types/Sanction";

/** Sanctions, measures, objections and visits; to a person only their own (`own_person`). */
export function createSanctionLoaders({ sanctions, objections, visits }: PoliceStores, view: View) {
  const own = (subjectIds: readonly string[]) => subjectIds.filter(id => maySeeSubject(view, id));
  return {
    sanction: createBatchLoader(async (ids: readonly string[]) =>
      ownSanctions(await sanctions.sanctionsByIds(ids), view),
    ),
    sanctionsBySubject: createGroupLoader(
      (subjectIds: readonly string[]) => sanctions.sanctionsOfSubjects(own(subjectIds)),
      row => row.subjectId,
    ),
    measuresBySubject: createGroupLoader(
      async (subjectIds: readonly string[]) =>
        (await sanctions.measuresOfSubjects(own(subjectIds))).map(toMeasure),
      row => row.subjectId,
    ),
    objection: createBatchLoader((ids: readonly string[]) => objections.objectionsByIds(ids)),
    objectionsByTarget: createGroupLoader(
      (targetIds: readonly string[]) => objections.objectionsOfTargets(targetIds),
      row => row.targetId,
    ),
    objectionsBySubject: createGroupLoader(
      // Against what else somebody objected is known in the case and to the deciding organ.
      (subjectIds: readonly string[]) =>
        objections.objectionsOfSubjects(own(subjectIds), personOfView(view) === null),
      row => row.subjectId,
    ),
    visit: createBatchLoader((ids: readonly string[]) => visits.visitsByIds(ids)),
    visitsBySubject: createGroupLoader(
      (subjectIds: readonly string[]) => visits.visitsOfSubjects(own(subjectIds)),
      row => row.subjectId,
    ),
  };
}

function toMeasure(row: MeasureRow): MeasureRow & Measure {
  return { ...row, article: ruleTermsOf(row.ruleVersion).article };
}

function ownSanctions(found: ReadonlyMap<string, Sanction>, view: View): ReadonlyMap<string, Sanction> {
  return new Map([...found].filter(([, { subjectId }]) => maySeeSubject(view, subjectId)));
}
