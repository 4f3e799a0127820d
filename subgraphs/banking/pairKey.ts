const SEPARATOR = "|";

/** One key for a code and the institution that gave it. */
export function pairKey(institution: string, code: string): string {
  return `${institution}${SEPARATOR}${code}`;
}

/** The two parts again; institutions' codes hold no bar. */
export function splitPairKey(key: string): { institution: string; code: string } {
  const bar = key.indexOf(SEPARATOR);
  return { institution: key.slice(0, bar), code: key.slice(bar + 1) };
}
