import { Field, Float, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";

/** How an institution has done by its duties on accounts (N16-7, N20-3). */
@Authenticated()
@ObjectType()
export class InstitutionAccountRecord {
  @Field(() => Int)
  overdueOrders: number;

  /** Null while nothing has been executed. */
  @Field(() => Float, { nullable: true })
  medianHoursToExecute: number | null;

  /** Null while nothing has been restored. */
  @Field(() => Float, { nullable: true })
  medianHoursToRestore: number | null;

  @Field(() => Float)
  involvedPerTenThousand: number;
}
