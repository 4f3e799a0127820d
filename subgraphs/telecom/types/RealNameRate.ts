import { Field, Float, Int, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { Institution } from "./Institution";

/** How many of a carrier's lines have a registered holder on a day (N16-3). */
@Authenticated()
@ObjectType()
export class RealNameRate {
  @Field(() => Institution)
  carrier: Institution;

  @Field(() => Int)
  registered: number;

  @Field(() => Int)
  total: number;

  @Field(() => Float)
  rate: number;

  @Field(() => Boolean)
  deadlineMet: boolean;
}
