import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";

/** A sanction of the police subgraph, to which this one adds what the carriers have done. */
@Key("id")
@RequiresScopes(["sanction:read"])
@ObjectType()
export class Sanction {
  @Field(() => ID)
  id: string;
}
