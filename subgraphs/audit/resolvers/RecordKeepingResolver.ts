import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Inaccessible, RequiresScopes } from "../../shared/directives";
import type { AuditContext } from "../auditContext";
import { requireAtMost } from "../input/requireAtMost";
import { AccessRecordInput } from "../types/AccessRecordInput";

/** The gateway sends half of it at once. */
const MAX_RECORDS = 1_000;
const MAX_CHAINS = 1_000;

/** The gateway's own way in: it fills the searchable copy of its records. No token carries the scope. */
@Resolver()
export class RecordKeepingResolver {
  @Inaccessible()
  @RequiresScopes(["audit:write"])
  @Query(() => [ID], {
    nullable: true,
    description: "From the gateway itself: the last record held of each chain, 0 where none is.",
  })
  async indexedSequences(
    @Arg("chains", () => [ID]) chains: string[],
    @Ctx() { store }: AuditContext,
  ): Promise<string[]> {
    requireAtMost(MAX_CHAINS, chains);
    const held = await store.lastSequencesOf(chains);
    return chains.map(chain => String(held.get(chain) ?? 0));
  }

  @Inaccessible()
  @RequiresScopes(["audit:write"])
  @Mutation(() => Boolean, {
    description: "From the gateway itself: records to be found by. The same ones again change nothing.",
  })
  async indexAccessRecords(
    @Arg("records", () => [AccessRecordInput]) records: AccessRecordInput[],
    @Ctx() { store }: AuditContext,
  ): Promise<boolean> {
    requireAtMost(MAX_RECORDS, records);
    await store.insertRecords(
      records.map(record =>
        Object.assign({}, record, {
          sequence: Number(record.sequence),
          at: record.at.toISOString(),
          reference: record.reference ?? null,
          alarmCount: record.alarmCount ?? null,
        }),
      ),
    );
    return true;
  }
}
