import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";

/** A sanction as the banking register knows it: by the orders that it caused. */
@Key("id")
@RequiresScopes(["sanction:read"])
@ObjectType()
export class Sanction {
  @Field(() => ID)
  id: string;
}
