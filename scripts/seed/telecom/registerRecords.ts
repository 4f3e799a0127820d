import type { CoverageRecord } from "../../../subgraphs/telecom/store/tables/coverageTable";
import type { InstitutionRecord } from "../../../subgraphs/telecom/store/tables/institutionTable";
import type { OutletRecord } from "../../../subgraphs/telecom/store/tables/outletTable";
import type { RectificationRecord } from "../../../subgraphs/telecom/store/tables/rectificationTable";
import type { WorldInstitution, WorldRectification } from "../worldModel";

/** Before any report that a carrier could send. */
const LONG_AGO = "1970-01-01T00:00:00.000Z";

interface RegisterRecords {
  readonly institutions: InstitutionRecord[];
  readonly coverage: CoverageRecord[];
  readonly outlets: OutletRecord[];
}

/** Carriers, what they have declared, and their outlets. */
export function registerRecords(carriers: readonly WorldInstitution[]): RegisterRecords {
  return {
    institutions: carriers.map(({ code, name, sector, region }) => ({ code, name, sector, region })),
    coverage: carriers.flatMap(({ code, completeAsOf }) =>
      // One that is half-way, or silent, has declared nothing.
      completeAsOf === null
        ? []
        : [{ institution: code, asOf: completeAsOf, completeAsOf, records: null, declaredAt: completeAsOf }],
    ),
    outlets: carriers.flatMap(({ code: institution, completeAsOf, outlets }) =>
      outlets.map(({ code, name, region, agentCode, agentName }) => ({
        institution,
        code,
        name,
        region,
        agentCode,
        agentName,
        observedAt: completeAsOf ?? LONG_AGO,
      })),
    ),
  };
}

/** What carriers, their agents and outlets have to mend. */
export function rectificationRecords(rectifications: readonly WorldRectification[]): RectificationRecord[] {
  return rectifications.map(({ id, institution, targetKind, targetCode, breach, ...rest }) => ({
    id,
    institution,
    targetKind,
    targetCode,
    breach,
    // Overdue is read from the day, so that it never has to be written.
    status: rest.status === "OVERDUE" ? "ORDERED" : rest.status,
    orderedOn: rest.orderedOn,
    dueOn: rest.dueOn,
    closedOn: rest.closedOn,
  }));
}
