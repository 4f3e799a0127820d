import { Field, ID, InputType } from "type-graphql";
import { Inaccessible } from "../directives";
import { IdentityDocumentType } from "./enums";

/** A document as a client gives it; the gateway fills in the token and, for queries, blanks the number. */
@InputType({
  description:
    "Query operations reach subgraphs with the token alone: the gateway fills it in and blanks the number.",
})
export class IdentityDocumentInput {
  @Field(() => IdentityDocumentType)
  type: IdentityDocumentType;

  @Field(() => String)
  number: string;

  @Field(() => String, { nullable: true })
  issuingCountry?: string | null;

  @Inaccessible()
  @Field(() => ID, { nullable: true })
  token?: string | null;
}
