import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** One change, numbered without gaps for the audience that reads it. */
@Authenticated()
@ObjectType({
  description: "Change feed with gap-free sequence numbers: flags raised, verified; orders issued, executed.",
})
export class TelecomChange {
  @Field(() => ID)
  sequence: string;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => String)
  kind: string;
}
