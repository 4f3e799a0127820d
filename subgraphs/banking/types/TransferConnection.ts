import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { Transfer } from "./Transfer";

/** A page of an account's transfers, in and out, newest first. */
@Authenticated()
@ObjectType()
export class TransferConnection {
  @Field(() => [Transfer])
  nodes: Transfer[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
