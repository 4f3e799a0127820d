import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { Tip } from "./Tip";

/** A page of tips, newest first. */
@Authenticated()
@ObjectType()
export class TipConnection {
  @Field(() => [Tip])
  nodes: Tip[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
