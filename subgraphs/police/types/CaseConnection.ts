import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { Case } from "./Case";

/** A page of cases. */
@Authenticated()
@ObjectType()
export class CaseConnection {
  @Field(() => [Case])
  nodes: Case[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
