import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { PoliceChangeKind } from "./enums";

/** One entry of the police feed; the sequence has no gap within an audience. */
@Authenticated()
@ObjectType()
export class PoliceChange {
  @Field(() => ID)
  sequence: string;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => PoliceChangeKind)
  kind: PoliceChangeKind;

  readonly subjectId: string | null;
  readonly sanctionId: string | null;
  readonly warningId: string | null;
}
