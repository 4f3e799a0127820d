import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { AccessRecord } from "./AccessRecord";

/** A page of access records, newest first. */
@Authenticated()
@ObjectType()
export class AccessRecordConnection {
  @Field(() => [AccessRecord])
  nodes: AccessRecord[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
