import { Field, ID, InputType } from "type-graphql";

/** The people looked at for a case may know of it. */
@InputType()
export class ReleaseLookupsInput {
  @Field(() => ID)
  caseNumber: string;
}
