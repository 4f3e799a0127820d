import { chinaDay } from "../../schema/contract/calendar";
import type { NamedPeople } from "../seed/worldModel";
import { actStep } from "./actStep";
import type { AskStep, ToldStep } from "./askStep";
import { carryOut } from "./carryOut";
import { executionStep, findSanction, type Execution } from "./executionStep";
import { standingStep } from "./standingStep";

const COUNTY = "investigator";
const CITY = "authority";
/** Institutions with a demo user; the others have until the due time, and in this story it never comes to that. */
const CARRYING = [
  { as: "bank-risk", institution: "102", name: "华衡银行", kind: "SUSPEND_NON_COUNTER" },
  { as: "payment-risk", institution: "Z01", name: "汇云支付", kind: "SUSPEND_ALL_PAYMENT" },
] as const;

/** From the county's mark to the last restoration; in the end everything is as it was before. */
export async function* tellRedress({ ringMember }: NamedPeople, ask: AskStep): AsyncGenerator<ToldStep> {
  const { document, caseNumber = "" } = ringMember;
  const subject = { document };
  const inCase = { as: COUNTY, purpose: "CASE", reference: caseNumber, variables: subject } as const;
  const self = { as: "person", purpose: "SELF", variables: subject } as const;

  yield ask(standingStep({ title: "How the person's accounts stand, and for how many causes", ...self }));
  const mark = await ask(markStep(caseNumber, document));
  yield mark;
  yield ask(standingStep({ title: "A lead restricts nothing: nothing has changed", ...self }));
  yield ask(recognitionStep("The county organ recognises: it may not", COUNTY, caseNumber, document));

  const recognised = await ask(recognitionStep("A city organ recognises", CITY, caseNumber, document));
  yield recognised;
  const sanctionId = idOf(recognised, "recogniseSanction");
  yield ask(serveStep(sanctionId));
  const looking = { ...inCase, sanctionId };
  yield ask(executionStep({ title: "Every institution has its orders", ...looking }), (data: Execution) =>
    (findSanction(data, sanctionId)?.accountExecution ?? []).some(({ issued }) => issued > 0),
  );
  for (const work of CARRYING) yield* carryOut(ask, { ...work, causeId: sanctionId });
  yield ask(executionStep({ title: "Who has carried it out, and who has still to", ...looking }));
  yield ask(standingStep({ title: "The person sees one cause more on each account", ...self }));

  const objection = await ask(objectionStep(sanctionId));
  yield objection;
  yield ask(decisionStep(idOf(objection, "fileObjection")));
  yield ask(
    executionStep({ title: "Lifted: what was not carried out yet is withdrawn", ...looking }),
    (data: Execution) =>
      (findSanction(data, sanctionId)?.accountExecution ?? []).filter(({ nextDueAt }) => nextDueAt !== null)
        .length === CARRYING.length,
  );
  for (const work of CARRYING) yield* carryOut(ask, { ...work, kind: "RESTORE", causeId: sanctionId });
  yield ask(
    executionStep({ title: "The person watches each institution restore", ...self, sanctionId }),
    (data: Execution) =>
      (findSanction(data, sanctionId)?.objections ?? []).some(({ restoredAt }) => restoredAt !== null),
  );
  yield ask(standingStep({ title: "Back to where it began: what older causes did still stands", ...self }));
  yield ask(withdrawalStep(idOf(mark, "markInvolved")));
}

/** The id of what a step has brought about. Without it the story cannot go on. */
function idOf({ step, answer }: ToldStep, field: string): string {
  const done = answer.data?.[field] as { readonly id: string } | null | undefined;
  if (!done) throw new Error(`"${step.title}" was refused: the story ends here`);
  return done.id;
}

function markStep(caseNumber: string, document: object) {
  return actStep<{ standing: string }>({
    title: "The county organ marks the person in its case",
    as: COUNTY,
    field: "markInvolved",
    input: { caseNumber, document, role: "HOLDER" },
    selection: "id standing",
    tell: ({ standing }) => [`involvement ${standing}`],
  });
}

function recognitionStep(title: string, as: string, caseNumber: string, document: object) {
  return actStep<{
    status: string;
    measures: { kind: string; sector: string; startsOn: string; endsOn: string }[];
  }>({
    title,
    as,
    field: "recogniseSanction",
    input: {
      caseNumber,
      document,
      role: "INDIVIDUAL",
      conduct: "ILLEGAL_SALE",
      instruments: ["PERSONAL_CARD"],
      reason: "Sold three bank cards.",
      remedy: "An objection can be filed with the organ that recognised.",
      papers: ["Identity document"],
      recognisedOn: chinaDay(new Date()),
      facts: { cardsOrAccounts: 3, occasions: 3, counterparties: 1, convicted: false, repeat: false },
    },
    selection: "id status measures { kind sector startsOn endsOn }",
    tell: ({ status, measures }) => [
      `sanction ${status}`,
      ...measures.map(
        ({ kind, sector, startsOn, endsOn }) => `measure  ${kind}  ${sector}  ${startsOn} to ${endsOn}`,
      ),
    ],
  });
}

function serveStep(sanctionId: string) {
  return actStep<{ status: string; notice: { reason: string; remedy: string } }>({
    title: "Its notice is served: why, and what can be done about it",
    as: CITY,
    field: "serveSanction",
    input: { sanctionId, servedOn: chinaDay(new Date()), method: "In person" },
    selection: "status notice { reason remedy }",
    tell: ({ status, notice }) => [
      `sanction ${status}`,
      `reason   ${notice.reason}`,
      `remedy   ${notice.remedy}`,
    ],
  });
}

function objectionStep(sanctionId: string) {
  return actStep<{ status: string; dueAt: string }>({
    title: "The person objects, and sees by when it is decided",
    as: "person",
    field: "fileObjection",
    input: { target: "SANCTION", targetId: sanctionId, grounds: "My card was stolen.", documents: [] },
    selection: "id status dueAt",
    tell: ({ status, dueAt }) => [`objection ${status}, to be decided by ${dueAt}`],
  });
}

function decisionStep(objectionId: string) {
  return actStep<{ status: string }>({
    title: "The city organ confirms the objection",
    as: CITY,
    field: "decideObjection",
    input: { objectionId, confirmed: true, decision: "The card had been reported stolen." },
    selection: "status",
    tell: ({ status }) => [`objection ${status}`],
  });
}

function withdrawalStep(involvementId: string) {
  return actStep<{ standing: string }>({
    title: "The county organ withdraws its mark",
    as: COUNTY,
    field: "withdrawInvolvement",
    input: { involvementId, reason: "The card was used by somebody else." },
    selection: "standing",
    tell: ({ standing }) => [`involvement ${standing}`],
  });
}
