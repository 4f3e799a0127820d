import { createHash, createHmac, createSecretKey } from "node:crypto";
import { requireSecret } from "./requireSecret";

/** Ids by which any subgraph can refer to an account or a line without its number. */
export interface DirectoryIds {
  /** `Account.id`; both parts as the parsers leave them. */
  accountId(institution: string, number: string): string;
  /** `PhoneLine.id`; the number as the parser leaves it. */
  lineId(number: string): string;
  /** Stands for the body of a report: the same for the same text, and tells nothing of it. */
  bodyDigest(body: string): string;
  /** Tells whether two sides mean the same holder of an account, without either telling the name. */
  holderMark(accountId: string, name: string): string;
}

/** Forms that print alike and spaces between characters are no difference between names. */
const SPACES = /\s+/gu;

/** Makes directory ids from the key that importer and subgraphs share. */
export function createDirectoryIds(directoryKey: Buffer): DirectoryIds {
  const key = createSecretKey(requireSecret("directory key", directoryKey));
  const idOf = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  return {
    // A number holds no bar, so the last one always ends the institution: two pairs never share a text.
    accountId: (institution, number) => idOf(`account|${institution}|${number}`),
    lineId: number => idOf(`line|${number}`),
    bodyDigest: body => idOf(`body|${createHash("sha256").update(body).digest("base64url")}`),
    holderMark: (accountId, name) =>
      idOf(`holder|${accountId}|${name.normalize("NFKC").replace(SPACES, "").toUpperCase()}`),
  };
}
