import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated, CacheHint, Key, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { LineKind, LineStatus } from "./enums";

/** A line of any kind. Everything but its id asks for `line:read`, and is nullable because of it. */
// Stands within its Subject alone, which whoever writes a line knows and touches; of a move both holders.
@CacheHint(60)
@Key("id")
@Key("number")
@Authenticated()
@ObjectType()
export class PhoneLine {
  @Field(() => ID)
  id: string;

  @RequiresScopes(["line:read"])
  @Field(() => LineKind, { nullable: true })
  kind: LineKind | null;

  @RequiresScopes(["line:read"])
  @Field(() => LineStatus, { nullable: true })
  status: LineStatus | null;

  @RequiresScopes(["line:read"])
  @Field(() => CalendarDateScalar, { nullable: true })
  registeredOn: string | null;

  @RequiresScopes(["line:read"])
  @Field(() => CalendarDateScalar, { nullable: true })
  activatedOn: string | null;

  @RequiresScopes(["line:read"])
  @Field(() => CalendarDateScalar, { nullable: true })
  lastUsedOn: string | null;

  @RequiresScopes(["line:read"])
  @Field(() => CalendarDateScalar, { nullable: true })
  closedOn: string | null;
}
