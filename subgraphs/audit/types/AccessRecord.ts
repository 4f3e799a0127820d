import { Field, ID, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/**
 * One look: who, when, for what purpose, at whom, and what came of it. To the person concerned it shows the
 * institution, the purpose and the day; the rest is blank.
 */
@Authenticated()
@ObjectType()
export class AccessRecord {
  @Field(() => ID)
  sequence: string;

  @Field(() => ID)
  chain: string;

  @Field(() => DateTimeScalar)
  at: Date;

  @Field(() => String)
  caller: string;

  @Field(() => String)
  institution: string;

  @Field(() => String)
  purpose: string;

  @Field(() => String, { nullable: true })
  reference: string | null;

  @Field(() => String)
  operation: string;

  @Field(() => [ID])
  subjectIds: string[];

  @Field(() => [String])
  fieldsReturned: string[];

  @Field(() => [String])
  fieldsDenied: string[];

  @Field(() => [String])
  servedFromCache: string[];

  @Field(() => String)
  outcome: string;

  @Field(() => [String])
  ruleVersions: string[];

  @Field(() => String)
  resultDigest: string;

  @Field(() => String)
  hash: string;
}
