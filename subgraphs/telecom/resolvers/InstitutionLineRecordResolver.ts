import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { boundedFirst } from "../../shared/pagination";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { MAX_FIRST } from "../limits";
import type { RectificationRow } from "../store/rectificationStore";
import type { TelecomContext } from "../telecomContext";
import { InstitutionLineRecord } from "../types/InstitutionLineRecord";
import { Rectification } from "../types/Rectification";

/** A record with the carrier it is of. */
export interface LineRecordOf extends InstitutionLineRecord {
  readonly institution: string;
}

/** Repeat breaches stand on the record (N16-4, N16-7). */
@Resolver(() => InstitutionLineRecord)
export class InstitutionLineRecordResolver {
  @FieldResolver(() => [Rectification])
  breaches(
    @Root() { institution }: LineRecordOf,
    @Arg("from", () => CalendarDateScalar, { nullable: true }) from: string | null,
    @Arg("to", () => CalendarDateScalar, { nullable: true }) to: string | null,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<RectificationRow[]> {
    const page = { from: from ?? null, to: to ?? null, limit: boundedFirst(first, MAX_FIRST) };
    return loaders.breachesByCarrier(page).load(institution);
  }
}
