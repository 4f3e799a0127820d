import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { Account } from "./Account";

/** A page of a person's accounts; the count is of all that the caller may see and the filter lets through. */
@Authenticated()
@ObjectType()
export class AccountConnection {
  @Field(() => [Account])
  nodes: Account[];

  @Field(() => Int)
  totalCount: number;

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
