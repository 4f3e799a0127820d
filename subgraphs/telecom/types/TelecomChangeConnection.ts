import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { TelecomChange } from "./TelecomChange";

/** A page of the change feed. */
@Authenticated()
@ObjectType()
export class TelecomChangeConnection {
  @Field(() => [TelecomChange])
  nodes: TelecomChange[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
