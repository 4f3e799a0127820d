import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, External, Key, Tag } from "../../shared/directives";
import { Measure } from "../../shared/types/Measure";

/** A person or unit, known by a token alone. */
@Key("id")
@Tag("person")
@Authenticated()
@ObjectType()
export class Subject {
  @Field(() => ID, { description: "Keyed token of the document (never the number itself)." })
  id: string;

  /** As the police subgraph answered, moments still as text; absent unless a field asked for it. */
  @External()
  @Field(() => [Measure], { nullable: true })
  measureHistory?: Measure[] | null;
}
