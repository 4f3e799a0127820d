import { Field, ID, ObjectType } from "type-graphql";
import { Key, RequiresScopes } from "../../shared/directives";
import { CalendarDateScalar, DateTimeScalar } from "../../shared/types/scalars";
import { Conduct, InvolvementRole, InvolvementStanding } from "./enums";

/** A person, line or account that belongs, or seems to belong, to a case. */
@Key("id")
@RequiresScopes(["case:read"])
@ObjectType()
export class Involvement {
  @Field(() => ID)
  id: string;

  @Field(() => InvolvementRole)
  role: InvolvementRole;

  @Field(() => InvolvementStanding)
  standing: InvolvementStanding;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Confirmed by the lead as belonging to the case.",
  })
  confirmedAt: Date | null;

  @Field(() => Conduct, { nullable: true })
  conduct: Conduct | null;

  @Field(() => Boolean, { nullable: true })
  knowing: boolean | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  recognisedOn: string | null;

  @Field(() => DateTimeScalar)
  markedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  withdrawnAt: Date | null;

  readonly caseNumber: string;
  readonly subjectId: string | null;
  readonly lineId: string | null;
  readonly sealedLineNumber: string | null;
  readonly accountId: string | null;
  readonly recognisingAuthority: string | null;
  readonly addedBy: string;
}
