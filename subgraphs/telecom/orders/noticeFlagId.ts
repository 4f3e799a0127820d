import { derivedId } from "../../shared/derivedId";

/** The id of the flag that the police's notice raises on a line: what ends the involvement finds it by the same parts. */
export function noticeFlagId({
  involvementId,
  lineId,
}: {
  readonly involvementId: string;
  readonly lineId: string;
}): string {
  return derivedId("flag", involvementId, lineId);
}
