import { Field, ID, InputType } from "type-graphql";
import { AmountScalar, DateTimeScalar } from "../../shared/types/scalars";
import { TransferChannel } from "./enums";

/** A transfer that belongs to a case, as one of its two institutions sees it. */
@InputType()
export class TransferReport {
  @Field(() => ID, { description: "The reference that both institutions know the transfer by." })
  reference: string;

  @Field(() => ID)
  fromInstitution: string;

  @Field(() => String)
  fromNumber: string;

  @Field(() => ID)
  toInstitution: string;

  @Field(() => String)
  toNumber: string;

  @Field(() => AmountScalar)
  amount: string;

  @Field(() => TransferChannel)
  channel: TransferChannel;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => ID)
  caseNumber: string;
}
