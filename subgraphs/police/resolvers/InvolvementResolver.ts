import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { PoliceContext } from "../policeContext";
import { Account } from "../types/Account";
import { Authority } from "../types/Authority";
import { Case } from "../types/Case";
import { Involvement } from "../types/Involvement";
import { Objection } from "../types/Objection";
import { PhoneLine } from "../types/PhoneLine";
import { Subject } from "../types/Subject";
import { requireRow } from "./requireRow";

/** What an involvement refers to. */
@Resolver(() => Involvement)
export class InvolvementResolver {
  @FieldResolver(() => Case, { nullable: true })
  case(@Root() { caseNumber }: Involvement, @Ctx() { loaders }: PoliceContext): Promise<Case | null> {
    return loaders.assignedCase.load(caseNumber);
  }

  @FieldResolver(() => Subject, { nullable: true })
  subject(@Root() { subjectId }: Involvement): Subject | null {
    return subjectId === null ? null : { id: subjectId };
  }

  @FieldResolver(() => PhoneLine, { nullable: true })
  line(@Root() { id, sealedLineNumber }: Involvement, @Ctx() { keys }: PoliceContext): PhoneLine | null {
    if (sealedLineNumber === null) return null;
    return { number: keys.sealer.open(sealedLineNumber, `police.involvement.line_number|${id}`) };
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId }: Involvement): Account | null {
    return accountId === null ? null : { id: accountId };
  }

  @FieldResolver(() => Authority, { nullable: true })
  recognisedBy(
    @Root() { recognisingAuthority: code }: Involvement,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Authority> | null {
    return code === null ? null : requireRow(loaders.authority.load(code), `authority ${code}`);
  }

  @FieldResolver(() => [Objection])
  objections(@Root() { id }: Involvement, @Ctx() { loaders }: PoliceContext): Promise<Objection[]> {
    return loaders.objectionsByTarget.load(id);
  }
}
