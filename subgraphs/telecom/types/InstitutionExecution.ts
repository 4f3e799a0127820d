import { Field, Int, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../../shared/directives";
import { DateTimeScalar } from "../../shared/types/scalars";
import { Institution } from "./Institution";

/** How far one institution has got with the orders of one cause. */
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

  @Field(() => Int, { description: "Restorations that were refused among them." })
  refused: number;

  @Field(() => Int, {
    description: "Not done in time; restorations among them, also those that were refused.",
  })
  late: number;

  @Field(() => DateTimeScalar, { nullable: true })
  nextDueAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastExecutedAt: Date | null;

  @Field(() => Int)
  restored: number;

  @Field(() => DateTimeScalar, { nullable: true })
  lastRestoredAt: Date | null;

  @Field(() => Int, { description: "Restorations that were refused: each waits until it is carried out." })
  restoreRefused: number;

  @Field(() => Int, { description: "Restorations, refused ones among them, that are not done in time." })
  restoreLate: number;
}
