import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../directives";

/** Where a line or an account was opened: who opens the card is responsible (N20-3). */
@Shareable()
@Authenticated()
@ObjectType()
export class Outlet {
  @Field(() => ID)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  region: string;

  @Field(() => String, { nullable: true })
  agent: string | null;
}
