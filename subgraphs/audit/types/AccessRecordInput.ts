import { Field, ID, InputType, Int } from "type-graphql";
import { Inaccessible } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** A record as the gateway chained it. */
@Inaccessible()
@InputType()
export class AccessRecordInput {
  @Field(() => ID)
  chain: string;

  @Field(() => ID)
  sequence: string;

  @Field(() => String)
  kind: "INTENT" | "OPERATION" | "ALARM";

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

  @Field(() => Int, { nullable: true })
  alarmCount: number | null;

  @Field(() => String)
  hash: string;
}
