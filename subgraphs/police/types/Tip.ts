import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { TipStatus } from "./enums";

/** A tip to the anti-fraud centre (N16-9, N20, PT); who gave it is in no graph path. */
@Authenticated()
@ObjectType()
export class Tip {
  @Field(() => ID)
  id: string;

  @Field(() => DateTimeScalar)
  receivedAt: Date;

  @Field(() => TipStatus)
  status: TipStatus;

  @Field(() => Boolean)
  rewardDue: boolean;

  readonly sealedContent: string;
  readonly caseNumber: string | null;
}
