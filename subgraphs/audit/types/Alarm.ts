import { Field, ID, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { AlarmKind } from "./AlarmKind";

/** Something about the looking itself that an auditor should see. */
@Authenticated()
@ObjectType()
export class Alarm {
  @Field(() => ID)
  id: string;

  @Field(() => AlarmKind)
  kind: AlarmKind;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => String, { nullable: true })
  caller: string | null;

  @Field(() => String, { nullable: true })
  institution: string | null;

  @Field(() => ID, { nullable: true })
  subjectId: string | null;

  @Field(() => Int)
  count: number;
}
