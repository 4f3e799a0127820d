import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../directives";
import { CalendarDateScalar } from "./scalars";

/** What one rule found, with the article it rests on. */
@Shareable()
@Authenticated()
@ObjectType()
export class RuleFinding {
  @Field(() => ID)
  ruleId: string;

  /** `N16-5`, `N20-5` … or `EXT:` with the name of another text. */
  @Field(() => String)
  article: string;

  @Field(() => String)
  message: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  until: string | null;

  @Field(() => String, { nullable: true })
  fact: string | null;
}
