import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { AccountLink } from "./AccountLink";

/** The linked accounts found; `truncated` says that something was left out. */
@Authenticated()
@ObjectType()
export class AccountLinkConnection {
  @Field(() => [AccountLink])
  nodes: AccountLink[];

  @Field(() => Boolean)
  truncated: boolean;
}
