import type { WorldAccount } from "../../worldModel";
import type { HolderDraft } from "../holderDraft";

/** From this day a bank opens one class I account per person (N16-5); those before stand. */
export const ONE_CLASS_I_SINCE = "2016-12-01";

/** The class a bank would have given to an account opened on that day; `later` where class I is taken. */
export function nextClass(
  holder: HolderDraft,
  institution: string,
  openedOn: string,
  later: WorldAccount["accountClass"],
): WorldAccount["accountClass"] {
  const hasClassOne = holder.accounts.some(
    account => account.institution === institution && account.accountClass === "I",
  );
  return openedOn < ONE_CLASS_I_SINCE || !hasClassOne ? "I" : later;
}
