import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { unlistedCarrier } from "../otherCarriers";
import type { BlacklistRow } from "../store/blacklistStore";
import type { TelecomContext } from "../telecomContext";
import { BlacklistEntry } from "../types/BlacklistEntry";
import { Institution } from "../types/Institution";

/** Whose list an entry stands on. */
@Resolver(() => BlacklistEntry)
export class BlacklistEntryResolver {
  @FieldResolver(() => Institution)
  async imposedBy(
    @Root() { carrier }: BlacklistRow,
    @Ctx() { loaders }: TelecomContext,
  ): Promise<Institution> {
    return (await loaders.institutionByCode(carrier)) ?? unlistedCarrier(carrier);
  }
}
