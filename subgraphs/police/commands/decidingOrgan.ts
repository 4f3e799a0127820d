import { HubError } from "../../../schema/contract/errors";
import { isAtLeast } from "../rules/imposingAuthority";
import { AuthorityLevel } from "../types/enums";
import type { CallerTransaction } from "./policeTransaction";

type Reading = Pick<CallerTransaction, "read">;

/**
 * Who decides on what goes back to a cause: the organ behind it, or the first of a districted city or above over a county
 * organ. Where no organ is behind it (a carrier's entry, a wrong record), the organ that last recognised something
 * against whose it is; else the highest. Who files makes no difference: nobody chooses their judge.
 */
export async function decidingOrgan(
  causeId: string | null,
  subjectId: string | null,
  { read }: Reading,
): Promise<string> {
  const behind = causeId === null ? null : await read.causes.organOf(causeId);
  const organ =
    (behind === null ? null : await firstDecidingAbove(behind, read)) ??
    (subjectId === null ? null : await lastRecognising(subjectId, read)) ??
    (await read.register.highestOrgan());
  if (organ !== null) return organ;
  throw new HubError("INTERNAL", "A register entry is missing.", { detail: "no authority without superior" });
}

async function firstDecidingAbove(own: string, { register }: Reading["read"]): Promise<string | null> {
  const codes = await register.organAndAbove(own);
  const organs = await register.authoritiesByCodes(codes);
  const decides = (code: string): boolean => {
    const level = organs.get(code)?.level;
    return level !== undefined && isAtLeast(level, AuthorityLevel.DISTRICTED_CITY);
  };
  return codes.find(decides) ?? null;
}

async function lastRecognising(subjectId: string, { sanctions }: Reading["read"]): Promise<string | null> {
  const [newest] = await sanctions.sanctionsOfSubjects([subjectId]);
  return newest?.authorityCode ?? null;
}
