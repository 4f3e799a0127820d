import { AuthorityLevel } from "../types/enums";
import { isAtLeast } from "../rules/imposingAuthority";
import { HubError } from "../../../schema/contract/errors";
import type { CallerTransaction } from "./policeTransaction";

/**
 * Who decides on a thing that names no organ: for an officer the first organ of a districted city or above, from their
 * own upwards; for a person the organ that last recognised something against them; else the highest.
 */
export async function decidingOrgan({ caller, read }: CallerTransaction): Promise<string> {
  const organ =
    (caller.authority === null ? null : await firstDecidingAbove(caller.authority, read)) ??
    (caller.person === null ? null : await lastRecognising(caller.person, read)) ??
    (await read.register.highestOrgan());
  if (organ !== null) return organ;
  throw new HubError("INTERNAL", "A register entry is missing.", { detail: "no authority without superior" });
}

type Reading = CallerTransaction["read"];

async function firstDecidingAbove(own: string, { register }: Reading): Promise<string | null> {
  const codes = await register.organAndAbove(own);
  const organs = await register.authoritiesByCodes(codes);
  const decides = (code: string): boolean => {
    const level = organs.get(code)?.level;
    return level !== undefined && isAtLeast(level, AuthorityLevel.DISTRICTED_CITY);
  };
  return codes.find(decides) ?? null;
}

async function lastRecognising(person: string, { sanctions }: Reading): Promise<string | null> {
  const [newest] = await sanctions.sanctionsOfSubjects([person]);
  return newest?.authorityCode ?? null;
}
