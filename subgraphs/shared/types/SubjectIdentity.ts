import { Field, ObjectType } from "type-graphql";
import { Authenticated, RequiresScopes, Shareable } from "../directives";
import { IdentityDocumentType, SubjectKind } from "./enums";

/** Who a token stands for. Masked by default; the full number asks more. */
@Shareable()
@Authenticated()
@ObjectType({ description: "Who a token stands for. Masked by default; the full number asks more." })
export class SubjectIdentity {
  @Field(() => SubjectKind)
  kind: SubjectKind;

  @Field(() => IdentityDocumentType)
  documentType: IdentityDocumentType;

  @Field(() => String)
  maskedNumber: string;

  @RequiresScopes(["identity:number:read"])
  @Field(() => String, { nullable: true })
  number: string | null;

  @Field(() => String, { nullable: true })
  name: string | null;
}
