import { gb32100CheckCharacter } from "../../../../schema/contract/identifiers/unifiedSocialCreditCode";

/** GB 11714: the weights of the eight characters of an organisation code. */
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = "0123456789X";
/** Registered by a market regulator, an enterprise. */
const ENTERPRISE = "91";
const ORDINAL_DIGITS = 6;

/** Writes a unified social credit code (GB 32100) whose organisation code (GB 11714) holds good as well. */
export function composeCreditCode(division: string, ordinal: number): string {
  // Organisation codes issued since 2015 begin with MA.
  const body = `MA${String(ordinal).padStart(ORDINAL_DIGITS, "0")}`;
  const first17 = `${ENTERPRISE}${division}${body}${organisationCheckCharacter(body)}`;
  return first17 + gb32100CheckCharacter(first17);
}

function organisationCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * parseInt(body.charAt(index), 36), 0);
  return CHECK_CHARACTERS.charAt((11 - (sum % 11)) % 11);
}
