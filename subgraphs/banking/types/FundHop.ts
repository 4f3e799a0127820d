import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { Transfer } from "./Transfer";

/** One transfer of a trail, and how many hops from its start. */
@Authenticated()
@ObjectType()
export class FundHop {
  @Field(() => Int)
  hop: number;

  @Field(() => Transfer)
  transfer: Transfer;
}
