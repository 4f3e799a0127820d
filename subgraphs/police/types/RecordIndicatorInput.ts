import { Field, ID, InputType } from "type-graphql";
import { IndicatorKind } from "./enums";

/** Something to be blocked or shut (N16-4, N16-6). */
@InputType()
export class RecordIndicatorInput {
  @Field(() => IndicatorKind)
  kind: IndicatorKind;

  @Field(() => String)
  value: string;

  @Field(() => ID, { nullable: true })
  caseNumber?: string | null;
}
