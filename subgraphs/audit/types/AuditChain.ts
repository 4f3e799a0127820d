import { Field, ID, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";

/** The records of one gateway start, checked against the signed checkpoints that were deposited. */
@Authenticated()
@ObjectType()
export class AuditChain {
  @Field(() => ID)
  chain: string;

  @Field(() => Int)
  length: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastCheckpointAt: Date | null;

  @Field(() => Boolean)
  intact: boolean;

  @Field(() => ID, { nullable: true })
  firstBadSequence: string | null;
}
