import { Ctx, Query, Resolver } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import type { AuditContext } from "../auditContext";
import { auditReaderOf } from "../auditReader";
import { judgeChain } from "../rules/judgeChain";
import { AuditChain } from "../types/AuditChain";

/** Records are on their way to this copy for a moment after their checkpoint: the gateway retries each second. */
const INDEXING_GRACE_MS = 10_000;

/** Whether the records are whole. */
@Resolver(() => AuditChain)
export class AuditChainResolver {
  @RequiresScopes(["audit:read"])
  @Query(() => [AuditChain], {
    nullable: true,
    description:
      "Each gateway start and whether its records bear out the deposited checkpoints. For auditors.",
  })
  async auditChains(@Ctx() { claims, store, clock }: AuditContext): Promise<AuditChain[]> {
    if (auditReaderOf(claims).kind !== "AUDITOR") return [];
    const findings = await store.inspectChains(new Date(clock().getTime() - INDEXING_GRACE_MS));
    return findings.map(judgeChain);
  }
}
