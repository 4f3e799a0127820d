import { Field, ID, Int, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../directives";
import { ItemState } from "./enums";

/** What became of one item of a report; a rejected one says what is wrong with it. */
@Shareable()
@Authenticated()
@ObjectType()
export class ItemOutcome {
  @Field(() => Int)
  index: number;

  @Field(() => ItemState)
  state: ItemState;

  @Field(() => ID, { nullable: true })
  id: string | null;

  @Field(() => String, { nullable: true })
  code: string | null;

  @Field(() => String, { nullable: true })
  message: string | null;
}
