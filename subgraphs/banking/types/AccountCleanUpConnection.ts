import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { AccountCleanUpEntry } from "./AccountCleanUpEntry";

/** A page of an institution's clean-up list, most cards first. */
@Authenticated()
@ObjectType()
export class AccountCleanUpConnection {
  @Field(() => [AccountCleanUpEntry])
  nodes: AccountCleanUpEntry[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
