import { ArgsType, Field, ID, Int } from "type-graphql";
import { OrderStatus } from "../../shared/types/enums";
import { DateTimeScalar } from "../../shared/types/scalars";
import { LineOrderKind } from "./enums";

/** Which orders of a carrier are asked for; without a status, those still to be executed. */
@ArgsType()
export class LineOrdersArgs {
  @Field(() => ID)
  carrier: string;

  @Field(() => OrderStatus, { nullable: true })
  status?: OrderStatus | null;

  @Field(() => [LineOrderKind], { nullable: true })
  kinds?: LineOrderKind[] | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueBefore?: Date | null;

  @Field(() => Int, { defaultValue: 50 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
