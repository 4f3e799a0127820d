import type { Kysely } from "kysely";
import type { ItemVerdict } from "../../subgraphs/shared/reports/itemVerdict";
import type { SubgraphKeys } from "../../subgraphs/shared/requestContext";
import type { GivenDocument } from "../../subgraphs/banking/reports/identify";
import type { IdentityDocument } from "../../schema/contract/identityDocument";
import type { Cells } from "./createCells";

/** A column of a file. */
export interface ImportColumn {
  readonly name: string;
  readonly isRequired: boolean;
  /** What stands in it, for the template. */
  readonly meaning: string;
}

/** What rows are read and written with. */
export interface ImportParts {
  readonly keys: SubgraphKeys;
  /** Reads a document of a row and makes its token, as the gateway does for reports. */
  readonly identify: (given: GivenDocument) => { readonly id: string; readonly document: IdentityDocument };
}

/** Checks and stores rows in a transaction: one verdict a row, in their order. */
export type WriteRows = (
  tx: Kysely<unknown>,
  rows: readonly Cells[],
  now: Date,
) => Promise<readonly ItemVerdict[]>;

/** Something that can be imported. */
export interface ImportKind {
  readonly name: string;
  readonly store: "telecom" | "banking";
  readonly columns: readonly ImportColumn[];
  /** Made-up rows for the template, in the order of the columns. */
  readonly examples: readonly (readonly string[])[];
  createWriter(parts: ImportParts): WriteRows;
}
