import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Key, Tag } from "../../shared/directives";

/** A person or unit, known by a token: what the police hold of it hangs on its resolvers. */
@Key("id")
@Tag("person")
@Authenticated()
@ObjectType()
export class Subject {
  @Field(() => ID)
  id: string;
}
