import { Field, ID, InputType } from "type-graphql";
import { AccountReport } from "./AccountReport";

/** A batch of accounts. */
@InputType()
export class ReportAccountsInput {
  @Field(() => ID)
  requestId: string;

  @Field(() => ID)
  institution: string;

  @Field(() => [AccountReport])
  accounts: AccountReport[];
}
