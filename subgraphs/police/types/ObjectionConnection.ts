import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { Objection } from "./Objection";

/** A page of objections, the next due first. */
@Authenticated()
@ObjectType()
export class ObjectionConnection {
  @Field(() => [Objection])
  nodes: Objection[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
