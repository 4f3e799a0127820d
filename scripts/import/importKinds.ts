import { CliError, EXIT_MISUSE } from "../cli/cliError";
import { accountsKind } from "./accountsKind";
import { flagsKind } from "./flagsKind";
import type { ImportKind } from "./importKind";
import { linesKind } from "./linesKind";
import { transfersKind } from "./transfersKind";

/** All that can be imported. */
export const IMPORT_KINDS: readonly ImportKind[] = [linesKind, accountsKind, transfersKind, flagsKind];

/** A kind by its name; throws CliError for another name. */
export function requireImportKind(name: string): ImportKind {
  const kind = IMPORT_KINDS.find(one => one.name === name);
  if (kind !== undefined) return kind;
  throw new CliError(`Nothing of this kind can be imported.`, {
    next: `Name one of ${IMPORT_KINDS.map(one => one.name).join(", ")}.`,
    exitCode: EXIT_MISUSE,
  });
}
