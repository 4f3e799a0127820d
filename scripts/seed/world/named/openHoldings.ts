import type { WorldAccount, WorldOutlet } from "../../worldModel";
import type { Block } from "../block";
import { createAccount } from "../holdings/createAccount";
import { createLine } from "../holdings/createLine";
import type { AccountDraft, HolderDraft, LineDraft } from "../holderDraft";
import { requireProfile } from "../reference/institutionProfiles";

/** An account as a story told by hand names it. */
export interface ToldAccount {
  readonly institution: string;
  readonly kind: string;
  readonly accountClass?: WorldAccount["accountClass"];
  readonly openedOn: string;
  /** Left out: the holder's first line. */
  readonly phone?: LineDraft;
  readonly deviceId?: string;
  readonly outlet?: WorldOutlet;
}

/** Opens a line in service for somebody. */
export function openLine(
  block: Block,
  holder: HolderDraft,
  carrier: string,
  registeredOn: string,
  kind = "MOBILE",
): LineDraft {
  const line = createLine(block, {
    carrier: requireProfile(carrier),
    kind,
    status: "ACTIVE",
    holder: holder.subject.document,
    registeredOn,
  });
  holder.lines.push(line);
  return line;
}

/** Opens an account in good standing for somebody. */
export function openAccount(block: Block, holder: HolderDraft, told: ToldAccount): AccountDraft {
  const account = createAccount(block, {
    institution: requireProfile(told.institution),
    kind: told.kind,
    accountClass: told.accountClass ?? null,
    status: "NORMAL",
    holder: holder.subject.document,
    openedOn: told.openedOn,
    reservedPhone: (told.phone ?? holder.lines[0])?.number ?? null,
    deviceId: told.deviceId ?? null,
    outlet: told.outlet,
  });
  holder.accounts.push(account);
  return account;
}
