import type { Answer } from "../../support/askOverHttp";
import { valuesOn } from "./valuesOn";
import type { Place } from "./roadOperation";

/** What one must hear where something is denied: no name, no number, no reason that tells what there is. */
const REFUSAL = "You may not see this.";

/** A carrier opens no accounts: the register says so, and nothing of the person. */
const NOT_OF_THIS_SECTOR = "The institution is not in the banking register.";

/** What is wrong with an answer: a denied place that is told or not refused, a permitted one that is. */
export function findFaults({ data, errors }: Answer, places: readonly Place[]): string[] {
  const refused = new Set<string>();
  const faults: string[] = [];
  for (const { message, path, extensions } of errors ?? []) {
    const place = keyOf((path ?? []).filter(step => typeof step === "string"));
    const code: unknown = extensions?.["code"];
    if (code === "FORBIDDEN" && message === REFUSAL) refused.add(place);
    else if (message !== NOT_OF_THIS_SECTOR) faults.push(`${place}: ${String(code)} ${message}`);
  }
  for (const { path, coordinate, isDenied } of places) {
    const key = keyOf(path);
    const values = valuesOn(data, path);
    const told = values.filter(value => value !== null);
    if (isDenied && told.length > 0) faults.push(`${key}: ${coordinate} is told`);
    if (isDenied && values.length > 0 && !refused.has(key))
      faults.push(`${key}: ${coordinate} is not refused`);
    if (!isDenied && refused.has(key)) faults.push(`${key}: ${coordinate} is refused`);
  }
  const known = new Set(places.map(({ path }) => keyOf(path)));
  for (const key of refused) if (!known.has(key)) faults.push(`${key}: refused on the way`);
  return faults;
}

function keyOf(path: readonly (string | number)[]): string {
  return path.join(".");
}
