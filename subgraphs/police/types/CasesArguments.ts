import { ArgsType, Field, Int } from "type-graphql";
import { CaseStatus } from "./enums";

/** Which of an officer's cases are asked for. */
@ArgsType()
export class CasesArguments {
  /** False shows no more: other officers' cases are absent from every list (case_assigned). */
  @Field(() => Boolean, { defaultValue: true })
  mine: boolean;

  @Field(() => CaseStatus, { nullable: true })
  status?: CaseStatus | null;

  @Field(() => Int, { nullable: true })
  olderThanDays?: number | null;

  @Field(() => Int, { defaultValue: 20 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
