import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { PoliceChange } from "./PoliceChange";

/** A page of the police feed. */
@Authenticated()
@ObjectType()
export class PoliceChangeConnection {
  @Field(() => [PoliceChange])
  nodes: PoliceChange[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
