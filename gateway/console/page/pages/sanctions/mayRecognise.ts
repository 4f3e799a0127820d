import type { Session } from "../../session/session";

/** Whether the officer's organ can recognise at all; a county organ sends the matter up. */
export function mayRecognise({ may, caller }: Pick<Session, "may" | "caller">): boolean {
  return may("sanction:write") && caller.authority !== null && caller.authority.level !== "COUNTY";
}
