import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** What the written notice to the person states. */
@Authenticated()
@ObjectType()
export class SanctionNotice {
  @Field(() => String)
  reason: string;

  @Field(() => String)
  remedy: string;

  @Field(() => [String])
  papers: string[];

  @Field(() => CalendarDateScalar, { nullable: true })
  servedOn: string | null;
}
