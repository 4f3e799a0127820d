import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";

/** An account as the police know it: by its keyed id. */
@Key("id")
@RequiresScopes(["account:read"])
@ObjectType()
export class Account {
  @Field(() => ID)
  id: string;
}
