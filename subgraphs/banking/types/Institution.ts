import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Key, Shareable } from "../../shared/directives";
import { Sector } from "../../shared/types/enums";

/** A bank or a payment institution. */
@Key("code")
@Shareable()
@Authenticated()
@ObjectType()
export class Institution {
  @Field(() => ID)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => Sector)
  sector: Sector;

  @Field(() => String)
  region: string;
}
