import { HubError } from "../../../schema/contract/errors";
import { actsForOrgan, requireImposingAuthority } from "../rules/imposingAuthority";
import type { Authority } from "../types/Authority";
import type { PoliceTransaction } from "./policeTransaction";

type Reading = Pick<PoliceTransaction, "read">;
type Acting = Pick<PoliceTransaction, "read" | "officer">;

/** An organ of the register. A token that names another is no organ's, so it is FORBIDDEN. */
export async function requireAuthority(code: string, { read }: Reading): Promise<Authority> {
  const found = (await read.register.authoritiesByCodes([code])).get(code);
  if (found !== undefined) return found;
  throw new HubError("FORBIDDEN", "The organ is not in the register.", { detail: `no authority ${code}` });
}

/** The officer's organ, which can recognise. Throws AUTHORITY_TOO_LOW for a county organ, before anything is looked up. */
export async function requireImposingOrgan(transaction: PoliceTransaction): Promise<Authority> {
  const organ = await requireAuthority(transaction.officer.authority, transaction);
  requireImposingAuthority(organ.level);
  return organ;
}

/** Throws FORBIDDEN unless the officer's organ recognised the thing, or stands right above the one that did. */
export async function requireActsFor(recognising: string, transaction: PoliceTransaction): Promise<void> {
  const { superior } = await requireAuthority(recognising, transaction);
  if (actsForOrgan(transaction.officer.authority, recognising, superior)) return;
  throw new HubError(
    "FORBIDDEN",
    "Only the organ that recognised this, or the one right above it, can do this.",
  );
}

/** Throws FORBIDDEN unless the officer's organ is this one, or stands above it, however far. */
export async function requireAuthorityOver(organ: string, transaction: Acting): Promise<void> {
  if (await hasAuthorityOver(organ, transaction)) return;
  throw new HubError("FORBIDDEN", "Only the organ that recognised this, or one above it, can do this.");
}

/** Is the officer's organ this one, or does it stand above it, however far? */
export async function hasAuthorityOver(organ: string, { read, officer }: Acting): Promise<boolean> {
  return (await read.register.organAndAbove(organ)).includes(officer.authority);
}
