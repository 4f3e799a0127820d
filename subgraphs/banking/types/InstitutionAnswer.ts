import { Field, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../../shared/directives";
import { AnswerState } from "../../shared/types/enums";
import { DateTimeScalar } from "../../shared/types/scalars";
import { Institution } from "./Institution";

/** Proof of coverage: who answered, as of when. */
@Shareable()
@Authenticated()
@ObjectType()
export class InstitutionAnswer {
  @Field(() => Institution)
  institution: Institution;

  @Field(() => AnswerState)
  state: AnswerState;

  @Field(() => DateTimeScalar, { nullable: true })
  asOf: Date | null;
}
