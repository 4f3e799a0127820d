import { Field, ID, InputType } from "type-graphql";

/** The lead's word on a person put into the case; `false` takes a confirmation back. */
@InputType()
export class ConfirmCaseSubjectInput {
  @Field(() => ID)
  involvementId: string;

  @Field(() => Boolean)
  confirmed: boolean;
}
