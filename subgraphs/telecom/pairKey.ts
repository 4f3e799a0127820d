/** Neither tokens, ids nor codes of institutions hold a slash. */
const SEPARATOR = "/";

/** Two keys as one text, since loaders tell their keys apart by value. */
export function writePairKey(first: string, second: string): string {
  return first + SEPARATOR + second;
}

/** The two keys of `writePairKey`. */
export function readPairKey(key: string): [first: string, second: string] {
  const at = key.indexOf(SEPARATOR);
  return [key.slice(0, at), key.slice(at + 1)];
}
