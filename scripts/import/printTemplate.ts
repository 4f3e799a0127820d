import { print } from "../cli/print";
import type { ImportKind } from "./importKind";

/** Prints the column headers and made-up rows of a kind: as a file that can be imported as it stands. */
export function printTemplate({ columns, examples }: ImportKind): void {
  print(columns.map(({ name }) => name).join(","));
  for (const row of examples) print(row.join(","));
}
