import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { AccountOrder } from "./AccountOrder";

/** A page of an institution's orders, the next one due first. */
@Authenticated()
@ObjectType()
export class AccountOrderConnection {
  @Field(() => Int)
  totalCount: number;

  @Field(() => [AccountOrder])
  nodes: AccountOrder[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
