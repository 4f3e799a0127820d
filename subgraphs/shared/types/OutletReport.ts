import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "./scalars";

/** An outlet as its institution sees it, and the agent who runs it, if one does. */
@InputType()
export class OutletReport {
  @Field(() => ID)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: "Division code of six digits." })
  region: string;

  @Field(() => ID, { nullable: true })
  agentCode?: string | null;

  @Field(() => String, { nullable: true })
  agentName?: string | null;

  @Field(() => DateTimeScalar)
  observedAt: Date;
}
