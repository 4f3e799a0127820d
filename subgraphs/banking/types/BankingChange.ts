import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** Something that changed, in the audience's own sequence without gaps. */
@Authenticated()
@ObjectType()
export class BankingChange {
  @Field(() => ID)
  sequence: number;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => String)
  kind: string;
}
