import type { Session } from "../../session/session";

/** Whether the officer's organ can stop and freeze accounts; a county organ sends the matter up. */
export function mayStop({ may, caller }: Pick<Session, "may" | "caller">): boolean {
  return may("stop_payment:write") && caller.authority !== null && caller.authority.level !== "COUNTY";
}
