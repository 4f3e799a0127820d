import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, External, Key, Tag } from "../../shared/directives";
import { Measure } from "../../shared/types/Measure";

/** A person or unit, known by a token: what banks and payment institutions hold hangs on its resolvers. */
@Key("id")
@Tag("person")
@Authenticated()
@ObjectType()
export class Subject {
  @Field(() => ID)
  id: string;

  /** Comes with the reference from the police; null when their register did not answer. */
  @External()
  @Field(() => [Measure], { nullable: true })
  measureHistory?: Measure[] | null;
}
