import { isPoliceView } from "../shared/view";
import type { ReferenceResolver } from "../shared/buildSubgraph";
import { isToken } from "../shared/subjects/requireToken";
import { maySeeSubject } from "../shared/subjects/maySeeSubject";
import type { PoliceContext } from "./policeContext";
import type { Objection } from "./types/Objection";
import type { Subject } from "./types/Subject";

interface ById {
  readonly id: string;
}

/**
 * How another subgraph's reference becomes an object here. The row policies hold on this road too: what the
 * caller may not see is not there.
 */
export const references: Readonly<Record<string, ReferenceResolver>> = {
  Subject: ({ id }: ById, { claims }: PoliceContext): Subject | null =>
    isToken(id) && maySeeSubject(claims.view, id) ? { id } : null,
  Sanction: ({ id }: ById, { loaders }: PoliceContext) => loaders.sanction.load(id),
  // What it foresees is sent along by whoever asked for it; a second look finds nothing.
  SanctionPreview: () => null,
  Case: ({ number }: { readonly number: string }, { loaders }: PoliceContext) =>
    loaders.assignedCase.load(number),
  Involvement: ({ id }: ById, { loaders }: PoliceContext) => loaders.involvement.load(id),
  Objection: ({ id }: ById, context: PoliceContext) => findObjection(id, context),
  Visit: ({ id }: ById, { loaders }: PoliceContext) => loaders.visit.load(id),
  StopPayment: ({ id }: ById, { loaders }: PoliceContext) => loaders.stopPayment.load(id),
  Indicator: ({ id }: ById, { loaders }: PoliceContext) => loaders.indicator.load(id),
  Warning: ({ id }: ById, { loaders }: PoliceContext) => loaders.warning.load(id),
  Institution: ({ code }: { readonly code: string }, { loaders }: PoliceContext) =>
    loaders.institution.load(code),
  // Known by their keys alone; what hangs on them is looked up field by field.
  Account: ({ id }: ById) => ({ id }),
  PhoneLine: ({ number }: { readonly number: string }) => ({ number }),
};

/** Objections are seen by the police, by whoever filed them, and by the person whom they concern. */
async function findObjection(id: string, { claims, loaders }: PoliceContext): Promise<Objection | null> {
  const objection = await loaders.objection.load(id);
  if (objection === null || isPoliceView(claims.view) || objection.filedBy === claims.caller.id)
    return objection;
  return claims.caller.person !== null && claims.caller.person === objection.subjectId ? objection : null;
}
