import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { PhoneLine } from "./PhoneLine";

/** A page of lines; `totalCount` is counted on its own. */
@Authenticated()
@ObjectType()
export class PhoneLineConnection {
  @Field(() => [PhoneLine])
  nodes: PhoneLine[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
