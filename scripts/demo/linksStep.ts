import { demoStep, type DemoStep } from "./demoStep";

const LINKS = `query Links($document: IdentityDocumentInput!) {
  subject(document: $document) {
    linkedAccounts(first: 20) { truncated nodes { kind account { maskedNumber institution { name } } } }
  }
}`;

interface Links {
  readonly subject: {
    readonly linkedAccounts: {
      readonly truncated: boolean;
      readonly nodes: readonly {
        readonly kind: string;
        readonly account: {
          readonly maskedNumber: string;
          readonly institution: { readonly name: string } | null;
        } | null;
      }[];
    } | null;
  } | null;
}

/** An investigator looks for accounts of others that are tied to the person. */
export function linksStep(step: Omit<DemoStep, "query" | "tell">): DemoStep {
  return demoStep<Links>({
    ...step,
    query: LINKS,
    tell: ({ subject }) =>
      (subject?.linkedAccounts?.nodes ?? []).map(
        ({ kind, account }) =>
          `${kind.padEnd(20)} ${account?.maskedNumber ?? ""}  ${account?.institution?.name ?? ""}`,
      ),
  });
}
