import type { Kysely } from "kysely";
import { HubError } from "../../schema/contract/errors";
import { createInstitutionStore } from "../../subgraphs/banking/store/institutionStore";
import type { Institution } from "../../subgraphs/banking/types/Institution";
import type { Cells } from "./createCells";

/** The institution that a row of a file comes from. Throws BAD_INPUT for one that is not in the register. */
type InstitutionOf = (row: Cells) => Institution;

/** Reads the register of banks and payment institutions, once for all batches of a file. */
export function createInstitutionReader(): (tx: Kysely<unknown>) => Promise<InstitutionOf> {
  let institutions: ReadonlyMap<string, Institution> | null = null;
  return async tx => {
    institutions ??= new Map(
      (await createInstitutionStore(tx).declaredInstitutions()).map(one => [one.code, one]),
    );
    const known = institutions;
    return row => {
      const institution = known.get(row.text("institution"));
      if (institution !== undefined) return institution;
      throw new HubError("BAD_INPUT", "The institution is not in the banking register.");
    };
  };
}
