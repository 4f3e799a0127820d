import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";

/** Who opens the card is responsible (N20-3): lines opened, flagged and involved, by who opened them. */
@Authenticated()
@ObjectType()
export class LineAccountability {
  @Field(() => ID)
  key: string;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  opened: number;

  @Field(() => Int)
  flagged: number;

  @Field(() => Int)
  involved: number;

  @Field(() => Float)
  involvedPerTenThousand: number;
}
