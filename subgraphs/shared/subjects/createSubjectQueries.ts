import { Arg, Ctx, ID, Query, Resolver, type ClassType } from "type-graphql";
import type { View } from "../../../schema/contract/claims";
import { HubError } from "../../../schema/contract/errors";
import { Policy, RequiresScopes, Shareable } from "../directives";
import type { SubgraphRequest } from "../requestContext";
import { IdentityDocumentInput } from "../types/IdentityDocumentInput";
import { maySeeSubject } from "./maySeeSubject";
import { isToken, requireToken } from "./requireToken";

/** A person as whoever asks for them first knows them. */
interface SubjectKey {
  readonly id: string;
}

/** The batch form's limit (contract): more is bulk screening, which has its own road. */
const MAX_DOCUMENTS = 1_000;

/**
 * The ways in by a person, for a subgraph's own type of them: a document, several, or a token. Somebody of whom
 * nothing is held is a Subject too; what is held is asked for field by field.
 */
export function createSubjectQueries(Subject: ClassType<SubjectKey>): new () => object {
  @Resolver()
  class SubjectQueries {
    @Shareable()
    @RequiresScopes(["subject:read"])
    @Policy(["purpose_bound"])
    @Query(() => Subject, {
      nullable: true,
      description:
        "Everything held under one identity document. Null only when the document number is not well formed.",
    })
    subject(
      @Arg("document", () => IdentityDocumentInput) document: IdentityDocumentInput,
      @Ctx() { claims }: SubgraphRequest,
    ): SubjectKey | null {
      return seenAs(claims.view, requireToken(document));
    }

    @Shareable()
    @RequiresScopes(["subject:read"])
    @Policy(["purpose_bound"])
    @Query(() => Subject, { nullable: true })
    subjectById(@Arg("id", () => ID) id: string, @Ctx() { claims }: SubgraphRequest): SubjectKey | null {
      return isToken(id) ? seenAs(claims.view, id) : null;
    }

    @Shareable()
    @RequiresScopes(["subject:read"])
    @Policy(["purpose_bound"])
    @Query(() => [Subject], {
      nullable: "itemsAndList",
      description: "Batch form, in the order asked; at most 1,000 documents.",
    })
    subjects(
      @Arg("documents", () => [IdentityDocumentInput]) documents: IdentityDocumentInput[],
      @Ctx() { claims }: SubgraphRequest,
    ): (SubjectKey | null)[] {
      if (documents.length > MAX_DOCUMENTS) {
        throw new HubError("LIMIT_EXCEEDED", `At most ${MAX_DOCUMENTS} documents can be asked for at once.`);
      }
      return documents.map(requireToken).map(id => seenAs(claims.view, id));
    }
  }
  return SubjectQueries;
}

function seenAs(view: View, id: string): SubjectKey | null {
  return maySeeSubject(view, id) ? { id } : null;
}
