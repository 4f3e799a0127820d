import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import { DateTimeScalar } from "../../shared/types/scalars";
import type { AuditContext } from "../auditContext";
import { auditReaderOf } from "../auditReader";
import { decodeRecordCursor } from "../input/decodeRecordCursor";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import { requireInterval } from "../input/requireInterval";
import { Alarm } from "../types/Alarm";
import { AlarmConnection } from "../types/AlarmConnection";

/** Alarms on the looking itself. */
@Resolver(() => Alarm)
export class AlarmResolver {
  @RequiresScopes(["audit:read"])
  @Query(() => AlarmConnection, {
    nullable: true,
    description: "Newest first. For auditors: a person is shown none.",
  })
  async alarms(
    @Arg("from", () => DateTimeScalar) from: Date,
    @Arg("to", () => DateTimeScalar) to: Date,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { claims, store }: AuditContext,
  ): Promise<AlarmConnection> {
    const limit = boundedFirst(first, MAX_PAGE_SIZE);
    requireInterval(from, to);
    const query = { from, to, after: decodeRecordCursor(after), limit: limit + 1 };
    // That a person is much sought would tip them off.
    const rows = auditReaderOf(claims).kind === "AUDITOR" ? await store.listAlarms(query) : [];
    const page = toPage(rows, limit, row => [row.at.getTime(), row.chain, row.sequence]);
    return { ...page, nodes: page.nodes.map(row => ({ ...row, id: `${row.chain}/${row.sequence}` })) };
  }
}
