import { Sector } from "../../../subgraphs/shared/types/enums";
import type { CoverageRecord, OutletRecord } from "../../../subgraphs/banking/store/institutionReportStore";
import type { Institution } from "../../../subgraphs/banking/types/Institution";
import type { WorldInstitution } from "../worldModel";

/** Before any report that an institution could send. */
const LONG_AGO = new Date(0);

interface RegisterRecords {
  readonly institutions: Institution[];
  readonly coverage: CoverageRecord[];
  readonly outlets: OutletRecord[];
}

/** Banks and payment institutions: all others keep no accounts. */
export function keepsAccounts({ sector }: WorldInstitution): boolean {
  return sector === "BANKING" || sector === "PAYMENT";
}

/** Institutions, what they have declared, and their outlets. */
export function registerRecords(institutions: readonly WorldInstitution[]): RegisterRecords {
  return {
    institutions: institutions.map(({ code, name, sector, region }) => ({
      code,
      name,
      sector: Sector[sector],
      region,
    })),
    coverage: institutions.flatMap(({ code, completeAsOf }) =>
      // One that is half-way, or silent, has declared nothing.
      completeAsOf === null ? [] : [declarationOf(code, new Date(completeAsOf))],
    ),
    outlets: institutions.flatMap(({ code: institution, completeAsOf, outlets }) =>
      outlets.map(outlet => ({
        ...outlet,
        institution,
        observedAt: completeAsOf === null ? LONG_AGO : new Date(completeAsOf),
      })),
    ),
  };
}

function declarationOf(institution: string, completeAsOf: Date): CoverageRecord {
  return { institution, asOf: completeAsOf, completeAsOf, records: null, declaredAt: completeAsOf };
}
