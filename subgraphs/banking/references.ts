import { isPoliceView } from "../shared/view";
import type { ReferenceResolver } from "../shared/buildSubgraph";
import type { BankingContext } from "./bankingContext";
import { isToken } from "../shared/subjects/requireToken";
import { maySeeSubject } from "../shared/subjects/maySeeSubject";
import type { SanctionPreview } from "./types/SanctionPreview";
import type { Subject } from "./types/Subject";

interface ById {
  readonly id: string;
}

/**
 * How another subgraph's reference becomes an object here. The row policies hold on this road too: what the
 * caller may not see is not there.
 */
export const references: Readonly<Record<string, ReferenceResolver>> = {
  Subject: ({ id, measureHistory }: Subject, { claims }: BankingContext): Subject | null =>
    isToken(id) && maySeeSubject(claims.view, id) ? { id, measureHistory: measureHistory ?? null } : null,
  Account: ({ id }: ById, { loaders }: BankingContext) => loaders.account.load(id),
  AccountOrder: ({ id }: ById, { loaders }: BankingContext) => loaders.order.load(id),
  Transfer: ({ id }: ById, { claims, loaders }: BankingContext) =>
    isPoliceView(claims.view) ? loaders.transfer.load(id) : null,
  Institution: ({ code }: { readonly code: string }, { loaders }: BankingContext) =>
    loaders.institution.load(code),
  // Known by their keys alone; what hangs on them is looked up field by field.
  Sanction: ({ id }: ById) => ({ id }),
  // What the police foresee comes with the reference; nothing of it is kept here.
  SanctionPreview: (preview: SanctionPreview) => preview,
  PhoneLine: ({ number }: { readonly number: string }) => ({ number }),
};
