import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";

/** Somebody gave themself up; whether inside a notice's window, the hub says, what follows, it does not. */
@Authenticated()
@ObjectType()
export class Surrender {
  @Field(() => CalendarDateScalar)
  surrenderedOn: string;

  @Field(() => Boolean)
  confessed: boolean;

  @Field(() => Boolean)
  exposedOthers: boolean;

  readonly subjectId: string;
  readonly caseNumber: string;
}
