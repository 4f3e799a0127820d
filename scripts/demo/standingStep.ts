import { demoStep, type DemoStep } from "./demoStep";

const STANDING = `query Standing($document: IdentityDocumentInput!) {
  subject(document: $document) {
    accounts { nodes { maskedNumber status institution { name } restrictions { causeId } } }
  }
}`;

interface Standing {
  readonly subject: {
    readonly accounts: {
      readonly nodes: readonly {
        readonly maskedNumber: string;
        readonly status: string;
        readonly institution: { readonly name: string };
        readonly restrictions: readonly { readonly causeId: string }[];
      }[];
    } | null;
  } | null;
}

/** The person looks how their accounts stand, and for how many causes. */
export function standingStep(step: Omit<DemoStep, "query" | "tell">): DemoStep {
  return demoStep<Standing>({
    ...step,
    query: STANDING,
    tell: ({ subject }) =>
      (subject?.accounts?.nodes ?? []).map(({ maskedNumber, status, institution, restrictions }) => {
        const causes = new Set(restrictions.map(({ causeId }) => causeId)).size;
        return `account  ${maskedNumber}  ${status}  ${institution.name}  ${causes} ${causes === 1 ? "cause" : "causes"}`;
      }),
  });
}
