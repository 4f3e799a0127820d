import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated, Inaccessible, Shareable } from "../directives";
import { DateTimeScalar } from "../types/scalars";

/** A change that other subgraphs act upon. */
@Shareable()
@Inaccessible()
@Authenticated()
@ObjectType()
export class HubEvent {
  @Field(() => Int, { description: "Without gaps, from 1." })
  sequence: number;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => String)
  kind: string;

  @Field(() => String, { nullable: true, description: "JSON, in the form that both sides agreed on." })
  payload: string | null;
}
