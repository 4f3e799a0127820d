import { createHmac } from "node:crypto";
import type { IdentityDocument } from "../../schema/contract/identityDocument";
import { deriveKey } from "./deriveKey";

/** Without them a resident's number is the county and the birthday, another the block that it was issued in. */
const NARROW_CUT = 4;
/** Without them a resident's number is the county and the month of birth. */
const WIDE_CUT = 6;
/** What is shorter holds no birthday: its beginning is common to a whole region, and asking for many there is ordinary. */
const SHORTEST_WITH_WIDE_RANGE = 15;

/**
 * Names the ranges that a document's number stands in, the narrowest first, by a keyed digest: two numbers near to
 * each other share a name, and the name tells nobody either of them.
 */
export function createNumberRanges(identityPepper: Buffer): (document: IdentityDocument) => string[] {
  const key = deriveKey(identityPepper, "number ranges");
  return ({ type, issuingCountry, number }) => {
    const cuts = number.length < SHORTEST_WITH_WIDE_RANGE ? [NARROW_CUT] : [NARROW_CUT, WIDE_CUT];
    return cuts.map(cut =>
      createHmac("sha256", key)
        .update([type, issuingCountry ?? "", cut, number.slice(0, -cut)].join("|"))
        .digest("base64url"),
    );
  };
}
