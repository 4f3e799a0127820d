import { demoStep, type DemoStep } from "./demoStep";

const OPENING = `query Opening($document: IdentityDocumentInput!, $institution: ID!) {
  subject(document: $document) {
    accountOpening(institution: $institution, product: DEBIT_CARD_CLASS_II) { outcome findings { article message until } }
  }
}`;

interface Opening {
  readonly subject: {
    readonly accountOpening: {
      readonly outcome: string;
      readonly findings: readonly {
        readonly article: string;
        readonly message: string;
        readonly until: string | null;
      }[];
    } | null;
  } | null;
}

/** A bank asks whether it may open an account. */
export function openingStep(step: Omit<DemoStep, "query" | "tell">): DemoStep {
  return demoStep<Opening>({
    ...step,
    query: OPENING,
    tell: ({ subject }) => {
      const decision = subject?.accountOpening;
      if (!decision) return [];
      const findings = decision.findings.map(
        ({ article, message, until }) => `${article}: ${message}${until === null ? "" : ` (until ${until})`}`,
      );
      return [`outcome  ${decision.outcome}`, ...findings];
    },
  });
}
