import { Field, ID, InputType } from "type-graphql";
import { AmountScalar, DateTimeScalar } from "../../shared/types/scalars";

/** An emergency stop: institution, number, holder and time must all match. */
@InputType()
export class IssueStopPaymentInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => ID)
  accountInstitution: string;

  @Field(() => String)
  accountNumber: string;

  @Field(() => String)
  holderName: string;

  @Field(() => AmountScalar)
  amount: string;

  @Field(() => DateTimeScalar)
  requestedAt: Date;
}
