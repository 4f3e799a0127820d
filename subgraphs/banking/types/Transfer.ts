import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { AmountScalar, DateTimeScalar } from "../../shared/types/scalars";
import { TransferChannel } from "./enums";

/** A case-related transfer between two accounts. */
@Key("id")
@RequiresScopes(["transfer:read"])
@ObjectType()
export class Transfer {
  @Field(() => ID)
  id: string;

  @Field(() => AmountScalar)
  amount: string;

  @Field(() => TransferChannel)
  channel: TransferChannel;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => ID, { nullable: true })
  caseNumber: string | null;
}
