import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Key, RequiresScopes } from "../../shared/directives";

/** A line as the police know it: by its number. */
@Key("number")
@Authenticated()
@ObjectType()
export class PhoneLine {
  @RequiresScopes(["line:read"], ["account:read"], ["case:read"])
  // A flag or an order may lead here without the right to numbers, and its refusal must not take the line with it.
  @Field(() => ID, { nullable: true })
  number: string;
}
