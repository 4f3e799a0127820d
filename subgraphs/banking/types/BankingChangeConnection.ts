import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { BankingChange } from "./BankingChange";

/** A page of the feed, oldest first. */
@Authenticated()
@ObjectType()
export class BankingChangeConnection {
  @Field(() => [BankingChange])
  nodes: BankingChange[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
