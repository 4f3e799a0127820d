import { Field, ID, ObjectType } from "type-graphql";
import type { KeptThing as Kept } from "../../../schema/contract/keptThings";
import { Authenticated, Inaccessible, Shareable } from "../directives";

/** Whose a thing is that somebody objects to, and what it goes back to. */
@Shareable()
@Inaccessible()
@Authenticated()
@ObjectType()
export class KeptThing implements Kept {
  @Field(() => ID)
  subjectId: string;

  @Field(() => ID)
  institution: string;

  @Field(() => ID, { nullable: true })
  causeId: string | null;

  @Field(() => String, { nullable: true })
  endedAs: string | null;
}
