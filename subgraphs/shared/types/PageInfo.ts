import { Field, ObjectType } from "type-graphql";
import { Authenticated, Shareable } from "../directives";

/** Where a page of a list ends. */
@Shareable()
@Authenticated()
@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}
