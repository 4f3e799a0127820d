import { Field, ID, InputType } from "type-graphql";
import { OutletReport } from "./OutletReport";

/** An institution's batch of outlets. */
@InputType()
export class ReportOutletsInput {
  @Field(() => ID)
  requestId: string;

  @Field(() => ID)
  institution: string;

  @Field(() => [OutletReport])
  outlets: OutletReport[];
}
