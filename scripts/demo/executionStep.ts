import { demoStep, type DemoStep } from "./demoStep";

const EXECUTION = `query Execution($document: IdentityDocumentInput!) {
  subject(document: $document) { sanctions(includeEnded: true) { id status
    accountExecution { institution { name } issued executed restored nextDueAt }
    objections { status restoredAt } } }
}`;

/** What a sanction has brought about, institution by institution. */
export interface Execution {
  readonly subject: {
    readonly sanctions:
      | readonly {
          readonly id: string;
          readonly status: string;
          readonly accountExecution:
            | readonly {
                readonly institution: { readonly name: string };
                readonly issued: number;
                readonly executed: number;
                readonly restored: number;
                readonly nextDueAt: string | null;
              }[]
            | null;
          readonly objections: readonly { readonly status: string; readonly restoredAt: string | null }[];
        }[]
      | null;
  } | null;
}

/** Somebody looks how far each institution has come with a sanction. */
export function executionStep(
  step: Omit<DemoStep, "query" | "tell"> & { readonly sanctionId: string },
): DemoStep {
  return demoStep<Execution>({
    ...step,
    query: EXECUTION,
    tell: data => {
      const sanction = findSanction(data, step.sanctionId);
      if (sanction === undefined) return [];
      const restored = sanction.objections.find(({ restoredAt }) => restoredAt !== null)?.restoredAt;
      return [
        `sanction ${sanction.status}`,
        ...(sanction.accountExecution ?? []).map(
          ({ institution, issued, executed, restored, nextDueAt }) =>
            `orders   ${institution.name}  issued ${issued}, executed ${executed}, restored ${restored}` +
            (nextDueAt === null ? "" : `, next due ${nextDueAt}`),
        ),
        ...(restored === undefined ? [] : [`all that was done is undone since ${restored}`]),
      ];
    },
  });
}

/** The sanction in an answer. */
export function findSanction(
  { subject }: Execution,
  id: string,
): NonNullable<NonNullable<Execution["subject"]>["sanctions"]>[number] | undefined {
  return subject?.sanctions?.find(sanction => sanction.id === id);
}
