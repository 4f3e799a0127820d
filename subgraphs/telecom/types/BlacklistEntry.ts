import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar, DateTimeScalar } from "../../shared/types/scalars";

/** A carrier refuses this holder in a grave case, until the day given or until it is lifted (RN-4). */
@Key("id")
@RequiresScopes(["line:read"])
@ObjectType()
export class BlacklistEntry {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  reason: string;

  @Field(() => CalendarDateScalar)
  startsOn: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  endsOn: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  liftedAt: Date | null;
}
