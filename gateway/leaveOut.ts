import type { Permission } from "./requestContext";

/** The variables without the items of their lists that nobody may be asked for. */
export function leaveOut(
  variables: Iterable<readonly [string, unknown]>,
  leftOut: Permission["leftOut"],
): [string, unknown][] {
  return [...variables].map(([name, value]) => {
    const positions = leftOut.get(name);
    if (positions === undefined || !Array.isArray(value)) return [name, value];
    return [name, value.filter((_, index) => !positions.has(index))];
  });
}
