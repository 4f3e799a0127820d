import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { Institution } from "./Institution";

/** How far one institution has carried out what a sanction asks for, and has undone it after its lifting. */
@Shareable()
@Authenticated()
@ObjectType()
export class InstitutionExecution {
  @Field(() => Institution)
  institution: Institution;

  @Field(() => Int)
  issued: number;

  @Field(() => Int)
  delivered: number;

  @Field(() => Int)
  executed: number;

  @Field(() => Int)
  refused: number;

  @Field(() => Int)
  late: number;

  @Field(() => DateTimeScalar, { nullable: true })
  nextDueAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastExecutedAt: Date | null;

  @Field(() => Int)
  restored: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastRestoredAt: Date | null;
}
