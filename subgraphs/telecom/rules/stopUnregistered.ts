// N16-3: whoever has not registered a line within the time set has its service stopped, without exception.
import type { RuleFinding } from "../../shared/types/RuleFinding";
import { LineStatus } from "../types/enums";
import { REGISTRATION_DEADLINE } from "./registeredHolder";

const IN_SERVICE: readonly LineStatus[] = [
  LineStatus.ACTIVE,
  LineStatus.DORMANT,
  LineStatus.REVERIFY_REQUIRED,
];

/** Is the line in service on a day by which somebody should have been registered for it? */
export function stopUnregistered(
  { status, isRegistered }: { readonly status: LineStatus; readonly isRegistered: boolean },
  day: string,
): RuleFinding | null {
  if (isRegistered || !IN_SERVICE.includes(status) || day <= REGISTRATION_DEADLINE) return null;
  const message =
    "Nobody is registered for the line, and the time to do so has passed: its service is stopped.";
  return { ruleId: "stopUnregistered", article: "N16-3", message, until: null, fact: null };
}
