import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { AuthorityLevel } from "./enums";

/** A public security organ. */
@Authenticated()
@ObjectType()
export class Authority {
  @Field(() => ID)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => AuthorityLevel)
  level: AuthorityLevel;

  /** Division code, GB/T 2260. */
  @Field(() => String)
  region: string;

  /** The organ right above; null for the highest. */
  readonly superior: string | null;
}
