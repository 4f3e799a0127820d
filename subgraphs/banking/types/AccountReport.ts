import { Field, ID, InputType } from "type-graphql";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { CalendarDateScalar, DateTimeScalar } from "../../shared/types/scalars";
import { AccountClass, AccountKind, AccountStatus, LimitExemption } from "./enums";

/** An account as its institution sees it. */
@InputType()
export class AccountReport {
  @Field(() => DateTimeScalar, {
    description: "When the institution saw it so; an older one never overwrites a newer.",
  })
  observedAt: Date;

  @Field(() => String)
  holderName: string;

  @Field(() => String)
  number: string;

  @Field(() => AccountKind)
  kind: AccountKind;

  @Field(() => AccountClass, { nullable: true })
  accountClass?: AccountClass | null;

  @Field(() => AccountStatus, { description: "NORMAL, DORMANT or CLOSED; what restricts it is derived." })
  status: AccountStatus;

  @Field(() => IdentityDocumentInput)
  document: IdentityDocumentInput;

  @Field(() => IdentityDocumentInput, { nullable: true, description: "Of a unit." })
  legalRepresentative?: IdentityDocumentInput | null;

  @Field(() => ID, { nullable: true })
  reservedPhone?: string | null;

  @Field(() => ID, { nullable: true })
  deviceId?: string | null;

  @Field(() => CalendarDateScalar)
  openedOn: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  closedOn?: string | null;

  @Field(() => ID, { nullable: true })
  outletCode?: string | null;

  @Field(() => LimitExemption, { nullable: true })
  exemptFromLimit?: LimitExemption | null;
}
