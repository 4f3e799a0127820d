import { AUDIT_VERDICTS } from "./auditVerdicts";
import { BANKING_VERDICTS } from "./bankingVerdicts";
import { COMMON_VERDICTS } from "./commonVerdicts";
import { MUTATION_VERDICTS } from "./mutationVerdicts";
import { PEOPLE_VERDICTS } from "./peopleVerdicts";
import { POLICE_VERDICTS } from "./policeVerdicts";
import { ROOT_VERDICTS } from "./rootVerdicts";
import { TELECOM_VERDICTS } from "./telecomVerdicts";
import { USERS, type User, type Verdict, type VerdictRow } from "./verdict";

const ROWS: readonly VerdictRow[] = [
  ...ROOT_VERDICTS,
  ...MUTATION_VERDICTS,
  ...PEOPLE_VERDICTS,
  ...COMMON_VERDICTS,
  ...BANKING_VERDICTS,
  ...TELECOM_VERDICTS,
  ...POLICE_VERDICTS,
  ...AUDIT_VERDICTS,
];

/** What each user may see, by `Type.field`. */
export const VERDICTS: ReadonlyMap<string, Readonly<Record<User, Verdict>>> = readRows(ROWS);

/** The hand-written verdict; throws for a field that nobody has decided about. */
export function verdictOf(user: User, coordinate: string): Verdict {
  const verdicts = VERDICTS.get(coordinate);
  if (verdicts === undefined) throw new Error(`no verdict is written down for ${coordinate}`);
  return verdicts[user];
}

function readRows(rows: readonly VerdictRow[]): Map<string, Record<User, Verdict>> {
  const table = new Map<string, Record<User, Verdict>>();
  for (const [type, fields, written] of rows) {
    const verdicts = readVerdicts(written);
    for (const field of fields.split(/\s+/)) {
      const coordinate = `${type}.${field}`;
      if (table.has(coordinate)) throw new Error(`${coordinate} has two verdicts`);
      table.set(coordinate, verdicts);
    }
  }
  return table;
}

function readVerdicts(written: string): Record<User, Verdict> {
  const letters = written.replaceAll(" ", "");
  if (!/^[Aom-]+$/.test(letters) || letters.length !== USERS.length)
    throw new Error(`"${written}" is not ${USERS.length} verdicts`);
  const pairs = USERS.map((user, index) => [user, letters.charAt(index)]);
  return Object.fromEntries(pairs) as Record<User, Verdict>;
}
