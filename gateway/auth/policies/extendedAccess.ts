import type { Purpose } from "../../../schema/contract/claims";
import type { PolicyRequest } from "./policy";
import type { Verdicts } from "./verdicts";

/** Whether this caller may go more than one step from the first person. */
export type FindExtendedAccess = (request: PolicyRequest) => Promise<boolean>;

/** The name under which the owning subgraphs are asked. It stands on no field. */
export const EXTENDED_ACCESS = "extended_access";

/** Asks those who keep the approvals; a purpose that nobody keeps approvals for has none. */
export function createExtendedAccess(
  verdicts: Verdicts,
  approvingSubgraphs: Readonly<Partial<Record<Purpose, readonly string[]>>>,
): FindExtendedAccess {
  return async request => {
    const { purpose } = request;
    const subgraphs = purpose === null ? [] : (approvingSubgraphs[purpose] ?? []);
    if (purpose === null || subgraphs.length === 0) return false;
    const asked = { policy: EXTENDED_ACCESS, purpose, subgraphs, subjectIds: [] };
    return (await verdicts.judge(asked, request)) === "GRANTED";
  };
}
