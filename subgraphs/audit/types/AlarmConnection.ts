import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { Alarm } from "./Alarm";

/** A page of alarms, newest first. */
@Authenticated()
@ObjectType()
export class AlarmConnection {
  @Field(() => [Alarm])
  nodes: Alarm[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
