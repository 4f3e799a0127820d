import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, Key } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** A public warning (N16-8); no region: for the whole country. */
@Key("id")
@Authenticated()
@ObjectType()
export class Warning {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  title: string;

  @Field(() => String)
  body: string;

  @Field(() => [String])
  regions: string[];

  @Field(() => DateTimeScalar)
  publishedAt: Date;
}
