import { Field, ID, ObjectType } from "type-graphql";
import { CacheHint, Key, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { AccountClass, AccountKind } from "./enums";

/** An account at a bank or payment institution; its id is a keyed digest of institution and number. */
// Stands within its Subject alone, which whoever writes an account or what restricts it knows and touches.
@CacheHint(60)
@Key("id")
@RequiresScopes(["account:read"])
@ObjectType()
export class Account {
  @Field(() => ID)
  id: string;

  @Field(() => AccountKind)
  kind: AccountKind;

  @Field(() => AccountClass, { nullable: true })
  accountClass: AccountClass | null;

  @Field(() => CalendarDateScalar)
  openedOn: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  closedOn: string | null;
}
