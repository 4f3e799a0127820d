import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { CleanUpEntry } from "./CleanUpEntry";

/** A page of a carrier's clean-up list. */
@Authenticated()
@ObjectType()
export class CleanUpConnection {
  @Field(() => [CleanUpEntry])
  nodes: CleanUpEntry[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
