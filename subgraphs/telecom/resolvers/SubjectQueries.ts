import { Arg, ID, Query, Resolver } from "type-graphql";
import { HubError } from "../../../schema/contract/errors";
import { Policy, RequiresScopes, Shareable } from "../../shared/directives";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { MAX_DOCUMENTS } from "../limits";
import { isNobody } from "../nobody";
import { Subject } from "../types/Subject";

/** The ways to a person: a document, several, or a token. What is held is asked for field by field. */
@Resolver()
export class SubjectQueries {
  @Shareable()
  @RequiresScopes(["subject:read"])
  @Policy(["purpose_bound"])
  @Query(() => Subject, {
    nullable: true,
    description:
      "Everything held under one identity document. Null only when the document number is not well formed.",
  })
  subject(@Arg("document", () => IdentityDocumentInput) document: IdentityDocumentInput): Subject {
    return { id: requireToken(document) };
  }

  @Shareable()
  @RequiresScopes(["subject:read"])
  @Policy(["purpose_bound"])
  @Query(() => Subject, { nullable: true })
  subjectById(@Arg("id", () => ID) id: string): Subject | null {
    return id === "" || isNobody(id) ? null : { id };
  }

  @Shareable()
  @RequiresScopes(["subject:read"])
  @Policy(["purpose_bound"])
  @Query(() => [Subject], {
    nullable: "itemsAndList",
    description: "Batch form, in the order asked; at most 1,000 documents.",
  })
  subjects(@Arg("documents", () => [IdentityDocumentInput]) documents: IdentityDocumentInput[]): Subject[] {
    if (documents.length > MAX_DOCUMENTS) {
      throw new HubError("LIMIT_EXCEEDED", `At most ${MAX_DOCUMENTS} documents can be asked for at once.`);
    }
    return documents.map(document => ({ id: requireToken(document) }));
  }
}

// Only the gateway can make a token; a document that comes without one has not passed it.
function requireToken({ token }: IdentityDocumentInput): string {
  if (!token || isNobody(token))
    throw new HubError("BAD_INPUT", "The document has no token: ask through the gateway.");
  return token;
}
