import { Field, ObjectType } from "type-graphql";
import { Authenticated } from "../../shared/directives";
import { PageInfo } from "../../shared/types/PageInfo";
import { AbnormalFlag } from "./AbnormalFlag";

/** A page of flags. */
@Authenticated()
@ObjectType()
export class AbnormalFlagConnection {
  @Field(() => [AbnormalFlag])
  nodes: AbnormalFlag[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
