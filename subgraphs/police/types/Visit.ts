import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { VisitStatus } from "./enums";

/** A visit to the holder of a card, and whether the commitment letter was signed (N20-4). */
@Key("id")
@RequiresScopes(["case:read"])
@ObjectType()
export class Visit {
  @Field(() => ID)
  id: string;

  @Field(() => VisitStatus)
  status: VisitStatus;

  @Field(() => CalendarDateScalar)
  plannedOn: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  metOn: string | null;

  @Field(() => String, { nullable: true })
  commitmentReference: string | null;

  readonly subjectId: string;
}
