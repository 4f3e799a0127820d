import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { Indicator } from "./Indicator";

/** A page of indicators, newest first. */
@Authenticated()
@ObjectType()
export class IndicatorConnection {
  @Field(() => [Indicator])
  nodes: Indicator[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
