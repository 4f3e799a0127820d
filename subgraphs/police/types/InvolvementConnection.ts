import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { Involvement } from "./Involvement";

/** A page of involvements in a case. */
@Authenticated()
@ObjectType()
export class InvolvementConnection {
  @Field(() => [Involvement])
  nodes: Involvement[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
