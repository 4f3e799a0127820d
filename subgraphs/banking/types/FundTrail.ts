import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { FundHop } from "./FundHop";

/** Where money went or came from, nearest hops first; `truncated` says that something was left out. */
@Authenticated()
@ObjectType()
export class FundTrail {
  @Field(() => [FundHop])
  hops: FundHop[];

  @Field(() => Boolean)
  truncated: boolean;
}
