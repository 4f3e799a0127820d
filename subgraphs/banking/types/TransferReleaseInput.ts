import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../../shared/types/scalars";
import { TransferChannel } from "./enums";

/** The transfer that the paying bank is asked to make. */
@InputType()
export class TransferReleaseInput {
  @Field(() => ID)
  fromInstitution: string;

  @Field(() => String)
  fromNumber: string;

  @Field(() => ID)
  toInstitution: string;

  @Field(() => String)
  toNumber: string;

  @Field(() => TransferChannel)
  channel: TransferChannel;

  @Field(() => DateTimeScalar)
  requestedAt: Date;
}
