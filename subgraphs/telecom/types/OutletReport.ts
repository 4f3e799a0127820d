import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";

/** A place where lines are opened, and the agent who runs it. */
@InputType()
export class OutletReport {
  @Field(() => ID)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => String)
  region: string;

  @Field(() => ID, { nullable: true })
  agentCode?: string | null;

  @Field(() => String, { nullable: true })
  agentName?: string | null;

  @Field(() => DateTimeScalar)
  observedAt: Date;
}
