import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { Sector } from "../../shared/types/enums";

/** Who asks, as the hub sees them. */
@Authenticated()
@ObjectType()
export class Caller {
  @Field(() => ID)
  id: string;

  @Field(() => Sector, { nullable: true })
  sector: Sector | null;

  @Field(() => [String])
  scopes: string[];

  @Field(() => String)
  view: string;

  @Field(() => [String])
  purposes: string[];

  readonly institutionCode: string | null;
  readonly authorityCode: string | null;
}
