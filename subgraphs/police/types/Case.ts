import { Field, ID, ObjectType } from "type-graphql";
import { Key, Policy, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar } from "../../shared/types/scalars";
import { CaseStatus } from "./enums";

/** A case; only the officers assigned to it can tell that it exists. */
@Key("number")
@RequiresScopes(["case:read"])
@Policy(["case_assigned"])
@ObjectType()
export class Case {
  @Field(() => ID)
  number: string;

  @Field(() => String)
  title: string;

  @Field(() => CaseStatus)
  status: CaseStatus;

  @Field(() => CalendarDateScalar)
  openedOn: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  closedOn: string | null;

  @Field(() => ID)
  lead: string;

  readonly authorityCode: string;
}
