import { Field, ID, Int, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../directives";
import { ItemOutcome } from "./ItemOutcome";

/** What became of a report, item by item, in the order in which they were sent. */
@Shareable()
@Authenticated()
@ObjectType()
export class ReportOutcome {
  @Field(() => ID)
  requestId: string;

  @Field(() => Int)
  accepted: number;

  @Field(() => Int)
  duplicate: number;

  @Field(() => Int)
  rejected: number;

  @Field(() => [ItemOutcome])
  items: ItemOutcome[];
}
