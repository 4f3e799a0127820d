import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";

/** Sanctions recognised in a period, counted by one key, and what has become of them since. */
@Authenticated()
@ObjectType()
export class SanctionFigure {
  @Field(() => ID)
  key: string;

  @Field(() => Int)
  recognised: number;

  @Field(() => Int)
  lifted: number;

  @Field(() => Int)
  objections: number;

  @Field(() => Int)
  confirmed: number;

  @Field(() => Float, { nullable: true })
  medianHoursToDecide: number | null;

  @Field(() => Float, { nullable: true })
  medianHoursToRestore: number | null;
}
