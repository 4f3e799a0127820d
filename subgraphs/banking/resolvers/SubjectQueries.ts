import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { HubError } from "../../../schema/contract/errors";
import { Policy, RequiresScopes, Shareable } from "../../shared/directives";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import type { BankingContext } from "../bankingContext";
import { MAX_SUBJECTS } from "../input/limits";
import { isToken, requireToken } from "../input/requireToken";
import { maySeeSubject } from "../maySeeSubject";
import { Subject } from "../types/Subject";

/** The ways in by a person. Somebody of whom nothing is held is a Subject too. */
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
  subject(
    @Arg("document", () => IdentityDocumentInput) document: IdentityDocumentInput,
    @Ctx() { claims }: BankingContext,
  ): Subject | null {
    const id = requireToken(document);
    return maySeeSubject(claims.view, id) ? { id } : null;
  }

  @Shareable()
  @RequiresScopes(["subject:read"])
  @Policy(["purpose_bound"])
  @Query(() => Subject, { nullable: true })
  subjectById(@Arg("id", () => ID) id: string, @Ctx() { claims }: BankingContext): Subject | null {
    return isToken(id) && maySeeSubject(claims.view, id) ? { id } : null;
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
    @Ctx() { claims }: BankingContext,
  ): (Subject | null)[] {
    if (documents.length > MAX_SUBJECTS) {
      throw new HubError("LIMIT_EXCEEDED", `At most ${MAX_SUBJECTS} documents can be asked for at once.`);
    }
    return documents.map(requireToken).map(id => (maySeeSubject(claims.view, id) ? { id } : null));
  }
}
