import { demoStep, type DemoStep } from "./demoStep";

const HELD = `query Held($document: IdentityDocumentInput!) {
  subject(document: $document) {
    phoneLines { nodes { maskedNumber status carrier { name } } }
    accounts { nodes { maskedNumber status institution { name } } }
    measuresInForce { kind sector endsOn }
    bankingCoverage { state institution { name } }
  }
}`;

interface Held {
  readonly subject: {
    readonly phoneLines: { readonly nodes: readonly Line[] } | null;
    readonly accounts: { readonly nodes: readonly Account[] } | null;
    readonly measuresInForce:
      readonly { readonly kind: string; readonly sector: string; readonly endsOn: string }[] | null;
    readonly bankingCoverage:
      readonly { readonly state: string; readonly institution: { readonly name: string } }[] | null;
  } | null;
}
interface Line {
  readonly maskedNumber: string;
  readonly status: string;
  readonly carrier: { readonly name: string } | null;
}
interface Account {
  readonly maskedNumber: string;
  readonly status: string;
  readonly institution: { readonly name: string } | null;
}

/** Somebody asks what is held under one document. */
export function heldStep(step: Omit<DemoStep, "query" | "tell">): DemoStep {
  return demoStep<Held>({
    ...step,
    query: HELD,
    tell: ({ subject }) => (subject === null ? [] : tellHeld(subject)),
  });
}

function tellHeld({
  phoneLines,
  accounts,
  measuresInForce,
  bankingCoverage,
}: NonNullable<Held["subject"]>): string[] {
  const silent = bankingCoverage
    ?.filter(({ state }) => state === "NOT_ANSWERED")
    .map(({ institution }) => institution.name);
  return [
    ...(phoneLines?.nodes ?? []).map(
      line => `line     ${line.maskedNumber}  ${line.status}  ${line.carrier?.name ?? ""}`,
    ),
    ...(accounts?.nodes ?? []).map(
      account => `account  ${account.maskedNumber}  ${account.status}  ${account.institution?.name ?? ""}`,
    ),
    ...(measuresInForce ?? []).map(
      ({ kind, sector, endsOn }) => `measure  ${kind}  ${sector}  until ${endsOn}`,
    ),
    ...(silent?.length ? [`did not answer: ${silent.join(", ")}`] : []),
  ];
}
