import type { CallerKind } from "../../schema/contract/claims";
import { PURPOSE_BOUND } from "./policies/purposeBound";
import type { Requirements } from "./requirements";

/**
 * By kind of caller, the `Type.field` by which people are recognised who come up on the way: the holder of a number
 * that was looked up, whoever a colleague has put into a case. Kinds that are not named here see all that their
 * scopes and rows allow.
 */
export type RecognisedBy = Readonly<Partial<Record<CallerKind, readonly string[]>>>;

/** Tells people who were asked for, for a purpose that was looked at, from those who were found. */
export interface FoundPeople {
  /** Whether what a field answers was asked for by name. */
  isAskedFor(coordinate: string): boolean;
  /** Whether a caller of this kind may see this of people who were found; null stands for nobody known. */
  isRecognisedBy(kind: CallerKind | null, coordinate: string): boolean;
}

/**
 * A purpose is true for the people it was looked at for. Of anybody else a caller whose purposes name people learns
 * no more than who it is: to look further, they are asked for by their token, and the purpose is looked at again.
 */
export function createFoundPeople(
  { byCoordinate }: Pick<Requirements, "byCoordinate">,
  recognisedBy: RecognisedBy,
): FoundPeople {
  const recognised = new Map(
    Object.entries(recognisedBy).map(([kind, coordinates]) => [kind, new Set(coordinates)]),
  );
  return {
    isAskedFor: coordinate => byCoordinate.get(coordinate)?.policies?.flat().includes(PURPOSE_BOUND) ?? false,
    isRecognisedBy: (kind, coordinate) => recognised.get(kind ?? "")?.has(coordinate) ?? true,
  };
}
