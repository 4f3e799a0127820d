// N16-5, N20-5: only a public security organ of a districted city or above recognises, and so restricts anybody.
import { HubError } from "../../../schema/contract/errors";
import { AuthorityLevel } from "../types/enums";

const RANKS: readonly AuthorityLevel[] = [
  AuthorityLevel.COUNTY,
  AuthorityLevel.DISTRICTED_CITY,
  AuthorityLevel.PROVINCE,
  AuthorityLevel.MINISTRY,
];

/** Is the organ of this level or above? */
export function isAtLeast(level: AuthorityLevel, least: AuthorityLevel): boolean {
  return RANKS.indexOf(level) >= RANKS.indexOf(least);
}

/** Throws AUTHORITY_TOO_LOW for a county organ. */
export function requireImposingAuthority(level: AuthorityLevel): void {
  if (isAtLeast(level, AuthorityLevel.DISTRICTED_CITY)) return;
  throw new HubError(
    "AUTHORITY_TOO_LOW",
    `Only an organ of a districted city or above can do this; yours is of the level ${level}. Send it up.`,
  );
}

/** Who may undo what an organ recognised: that organ, or the one right above it. */
export function actsForOrgan(organ: string, recognising: string, superior: string | null): boolean {
  return organ === recognising || organ === superior;
}
