import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import type { PoliceContext } from "../policeContext";
import { purposesOf } from "../rules/purposesOf";
import { sectorOf } from "../rules/sectorOf";
import { Authority } from "../types/Authority";
import { Caller } from "../types/Caller";
import { Institution } from "../types/Institution";

/** Who asks. */
@Resolver(() => Caller)
export class CallerResolver {
  @Authenticated()
  @Query(() => Caller, { description: "Who I am to the hub: for integrators and for the console." })
  me(@Ctx() { claims: { caller, view } }: PoliceContext): Caller {
    return {
      id: caller.id,
      sector: sectorOf(caller.kind),
      scopes: [...caller.scopes],
      view,
      purposes: purposesOf(caller),
      institutionCode: caller.institution,
      authorityCode: caller.authority,
    };
  }

  @FieldResolver(() => Institution, { nullable: true })
  institution(
    @Root() { institutionCode }: Caller,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Institution | null> | null {
    return institutionCode === null ? null : loaders.institution.load(institutionCode);
  }

  @FieldResolver(() => Authority, { nullable: true })
  authority(
    @Root() { authorityCode }: Caller,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Authority | null> | null {
    return authorityCode === null ? null : loaders.authority.load(authorityCode);
  }
}
