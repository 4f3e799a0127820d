import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage } from "../../shared/pagination";
import type { AuditContext } from "../auditContext";
import { auditReaderOf } from "../auditReader";
import { decodeRecordCursor } from "../input/decodeRecordCursor";
import { decodeLookCursor, parseOwnLookQuery } from "../input/parseOwnLookQuery";
import { MAX_PAGE_SIZE } from "../input/pageSizes";
import { parseRecordQuery } from "../input/parseRecordQuery";
import { AccessRecord } from "../types/AccessRecord";
import { AccessRecordConnection } from "../types/AccessRecordConnection";
import { AccessRecordFilter } from "../types/AccessRecordFilter";
import { toOwnRecord } from "./toOwnRecord";

/** Who saw whom. */
@Resolver(() => AccessRecord)
export class AccessRecordResolver {
  @RequiresScopes(["audit:read"])
  @Query(() => AccessRecordConnection, {
    nullable: true,
    description: "Who saw these people, or what did this caller see, between two moments. Newest first.",
  })
  async accessRecords(
    @Arg("filter", () => AccessRecordFilter) filter: AccessRecordFilter,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { claims, store }: AuditContext,
  ): Promise<AccessRecordConnection> {
    const limit = boundedFirst(first, MAX_PAGE_SIZE);
    const reader = auditReaderOf(claims);
    if (reader.kind === "AUDITOR") {
      const query = { ...parseRecordQuery(filter), after: decodeRecordCursor(after), limit: limit + 1 };
      return toPage(await store.listRecords(query), limit, row => [
        row.at.getTime(),
        row.chain,
        Number(row.sequence),
      ]);
    }
    const query = {
      ...parseOwnLookQuery(filter, reader.subjectId),
      after: decodeLookCursor(after),
      limit: limit + 1,
    };
    const page = toPage(await store.listOwnLooks(query), limit, look => [
      look.day,
      look.institution,
      look.purpose,
    ]);
    return { ...page, nodes: page.nodes.map(look => toOwnRecord(look, reader.subjectId)) };
  }
}
