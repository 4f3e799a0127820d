import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, CacheHint, Key, Shareable } from "../../shared/directives";
import { Sector } from "../../shared/types/enums";

/** A carrier. */
// Stands within anything: registers are written by the import alone, and no answer kept before it is served after.
@CacheHint(60)
@Key("code")
@Shareable()
@Authenticated()
@ObjectType()
export class Institution {
  @Field(() => ID)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => Sector)
  sector: Sector;

  @Field(() => String)
  region: string;
}
