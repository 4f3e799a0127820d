import {
  createRevocations,
  type PolledRevocations,
  type RevocationList,
} from "../../gateway/auth/revocations";
import type { Clock } from "../../schema/contract/clock";
import type { Database } from "../../schema/database/openDatabase";
import { createAuditStore } from "../../subgraphs/audit/store/auditStore";

/** Follows the revoked tokens and officers of the audit store. */
export async function startRevocations(audit: Database, clock: Clock): Promise<PolledRevocations> {
  const store = createAuditStore(audit);
  const load = async (): Promise<RevocationList> => {
    const revoked = await store.listRevocations();
    return {
      tokens: revoked.flatMap(({ tokenId }) => tokenId ?? []),
      officers: revoked.flatMap(({ officerId, revokedAt }) =>
        officerId === null ? [] : { id: officerId, before: revokedAt },
      ),
    };
  };
  const revocations = createRevocations(load, clock);
  await revocations.start();
  return revocations;
}
