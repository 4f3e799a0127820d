import type { NamedPeople } from "../seed/worldModel";
import type { DemoStep } from "./demoStep";
import { heldStep } from "./heldStep";
import { linksStep } from "./linksStep";
import { openingStep } from "./openingStep";

const BANK = "102";

/** One story, told in the order in which it would happen: the same person, seen by everybody who may look. */
export function demoStory({ ringMember, clean }: NamedPeople): readonly DemoStep[] {
  const variables = { document: ringMember.document };
  const inCase = { purpose: "CASE", reference: ringMember.caseNumber ?? "" } as const;
  const opening = (reference: string) =>
    ({ as: "bank-risk", purpose: "ACCOUNT_OPENING", reference }) as const;
  return [
    heldStep({ title: "An investigator asks, and does not say what for", as: "investigator", variables }),
    heldStep({
      title: "With the case in which the person was confirmed",
      as: "investigator",
      ...inCase,
      variables,
    }),
    linksStep({
      title: "Accounts of others that are tied to this person",
      as: "investigator",
      ...inCase,
      variables,
    }),
    heldStep({ title: "A bank asks the same, for an account opening", ...opening("DEMO-1"), variables }),
    heldStep({
      title: "A carrier asks the same, for a line opening",
      as: "carrier-risk",
      purpose: "LINE_OPENING",
      reference: "DEMO-2",
      variables,
    }),
    openingStep({
      title: "May the bank open an account for this person?",
      ...opening("DEMO-1"),
      variables: { ...variables, institution: BANK },
    }),
    openingStep({
      title: "And for somebody against whom there is nothing?",
      ...opening("DEMO-3"),
      variables: { document: clean.document, institution: BANK },
    }),
    heldStep({ title: "The person asks about themself", as: "person", purpose: "SELF", variables }),
  ];
}
