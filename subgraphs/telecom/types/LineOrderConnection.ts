import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { LineOrder } from "./LineOrder";

/** A page of orders. */
@Authenticated()
@ObjectType()
export class LineOrderConnection {
  @Field(() => Int)
  totalCount: number;

  @Field(() => [LineOrder])
  nodes: LineOrder[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
