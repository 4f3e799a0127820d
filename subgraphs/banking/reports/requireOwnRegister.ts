import { HubError } from "../../../schema/contract/errors";
import type { BankingContext } from "../bankingContext";
import type { Institution } from "../types/Institution";

/** The institution that reports, as the register knows it. Throws BAD_INPUT for one that is not in it. */
export async function requireOwnRegister(code: string, { loaders }: BankingContext): Promise<Institution> {
  const institution = await loaders.institution.load(code);
  if (institution !== null) return institution;
  throw new HubError("BAD_INPUT", "The institution is not in the banking register.");
}
