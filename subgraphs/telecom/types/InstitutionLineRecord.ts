import { Field, Float, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";

/** How a carrier has done by its duties on lines (N16-4, N16-7). */
@Authenticated()
@ObjectType()
export class InstitutionLineRecord {
  @Field(() => Int)
  overdueOrders: number;

  @Field(() => Float, { nullable: true })
  medianHoursToExecute: number | null;

  @Field(() => Float, { nullable: true })
  medianHoursToRestore: number | null;

  @Field(() => Float)
  involvedPerTenThousand: number;

  @Field(() => Int)
  openRectifications: number;
}
