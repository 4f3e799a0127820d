import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { AccountClass, AccountKind } from "./enums";

/** An account at a bank or payment institution; its id is a keyed digest of institution and number. */
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
