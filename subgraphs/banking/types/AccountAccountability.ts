import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";

/** Who opens the card is responsible (N20-3): what became of the accounts opened by one outlet, agent … */
@Authenticated()
@ObjectType()
export class AccountAccountability {
  /** `<institution>/<outlet or agent code>`, an institution's code or a division code. */
  @Field(() => ID)
  key: string;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  opened: number;

  @Field(() => Int)
  restricted: number;

  @Field(() => Int)
  involved: number;

  @Field(() => Float)
  involvedPerTenThousand: number;
}
