// RN-4, RN-5: a line at risk, or long unused, comes back into service once its holder has been verified again.
import { LineStatus } from "../types/enums";

/** What a verification leads to; null where a line in that state cannot be verified again. */
const NEXT: Readonly<Record<LineStatus, { passed: LineStatus; failed: LineStatus } | null>> = {
  [LineStatus.PENDING]: null,
  [LineStatus.ACTIVE]: { passed: LineStatus.ACTIVE, failed: LineStatus.REVERIFY_REQUIRED },
  [LineStatus.DORMANT]: { passed: LineStatus.ACTIVE, failed: LineStatus.SUSPENDED },
  [LineStatus.REVERIFY_REQUIRED]: { passed: LineStatus.ACTIVE, failed: LineStatus.SUSPENDED },
  [LineStatus.SUSPENDED]: { passed: LineStatus.ACTIVE, failed: LineStatus.SUSPENDED },
  [LineStatus.CLOSED]: null,
};

/** The state after a verification. A suspension that was ordered ends with its own cause, not with this. */
export function reverifiedStatus(
  status: LineStatus,
  passed: boolean,
  isSuspensionOrdered: boolean,
): LineStatus | null {
  const next = NEXT[status];
  if (next === null) return null;
  if (status === LineStatus.SUSPENDED && isSuspensionOrdered) return LineStatus.SUSPENDED;
  return passed ? next.passed : next.failed;
}
