import { Field, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../../shared/directives";
import { AnswerState } from "../../shared/types/enums";
import { DateTimeScalar } from "../../shared/types/scalars";
import { Institution } from "./Institution";

/** Whether one carrier has answered, and as of when. */
@Shareable()
@Authenticated()
@ObjectType({
  description:
    "Proof of coverage: who answered, as of when. A silent institution never reads as 'nothing held'.",
})
export class InstitutionAnswer {
  @Field(() => Institution)
  institution: Institution;

  @Field(() => AnswerState)
  state: AnswerState;

  @Field(() => DateTimeScalar, { nullable: true })
  asOf: Date | null;
}
