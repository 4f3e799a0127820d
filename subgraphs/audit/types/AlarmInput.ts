import { Field, ID, InputType, Int } from "type-graphql";
import { Inaccessible } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { AlarmKind } from "./AlarmKind";

/** An alarm as the gateway raises it. */
@Inaccessible()
@InputType()
export class AlarmInput {
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
