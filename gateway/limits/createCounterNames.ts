import { createHmac } from "node:crypto";
import type { NameCounter } from "./counters";

/** Names need to be unguessable and distinct: half of the digest is both. */
const NAME_BYTES = 16;

/** Names counters by a keyed digest: no caller, no person and no number can be read out of a name. */
export function createCounterNames(key: Buffer): NameCounter {
  return ({ rule, of }) =>
    createHmac("sha256", key)
      .update(JSON.stringify([rule.name, ...of]))
      .digest()
      // A text that is cut afterwards keeps the whole digest in memory, and a gateway may keep 200,000 names.
      .toString("base64url", 0, NAME_BYTES);
}
