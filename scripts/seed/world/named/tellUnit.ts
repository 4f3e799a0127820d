import { addDays } from "../../../../schema/contract/calendar";
import type { Block } from "../block";
import { createFlag } from "../holdings/createFlag";
import type { AccountDraft, LineDraft } from "../holderDraft";
import { finding } from "../orders/finding";
import { orderLine } from "../orders/orderLine";
import { createInvolvement, type InvolvementSpec } from "../rings/createInvolvements";
import { verifyInvolvedLines } from "../rings/verifyInvolvedLines";
import { minutesAfter } from "../worldCalendar";
import type { Cast } from "./createCast";
import { groundOf, namedCases, openNamedCase, type NamedCase } from "./namedCases";
import { openAccount, openLine } from "./openHoldings";
import type { PoliceStory } from "./policeStory";

/** A company whose voice trunk was used for fraud: its legal representative answers with it (PT). */
export function tellUnit(block: Block, cast: Cast): PoliceStory {
  const named = namedCases(block.plan.today).unit;
  const trunk = openLines(block, cast);
  const settlement = openAccounts(block, cast);
  stopTrunk(block, trunk, named);
  const involvements = specsOf(cast, trunk, settlement).map(spec =>
    createInvolvement(block, groundOf(named), spec),
  );
  verifyInvolvedLines(block, named.number, [trunk], involvements);
  const stages = [
    { name: "FILED", enteredOn: named.openedOn },
    { name: "INVESTIGATION", enteredOn: addDays(named.openedOn, 1) },
  ];
  return { case: openNamedCase(named, { stages, involvements }), sanctions: [] };
}

function openLines(block: Block, { unit, representative }: Cast): LineDraft {
  openLine(block, representative, "C01", "2008-12-01");
  openLine(block, unit, "C02", "2020-11-05", "NUMBER_400");
  openLine(block, unit, "C01", "2019-06-20", "FIXED_LINE");
  return openLine(block, unit, "C01", "2021-03-10", "VOICE_TRUNK");
}

function openAccounts(block: Block, { unit, representative }: Cast): AccountDraft {
  const debit = { institution: "102", kind: "DEBIT_CARD", accountClass: "I" } as const;
  openAccount(block, representative, { ...debit, openedOn: "2007-04-16" });
  const [phone] = representative.lines;
  const founded = { openedOn: "2019-06-03", phone };
  openAccount(block, unit, { ...founded, institution: "102", kind: "UNIT_CARD" });
  openAccount(block, unit, { institution: "103", kind: "UNIT_SETTLEMENT", openedOn: "2022-08-22", phone });
  return openAccount(block, unit, { ...founded, institution: "102", kind: "UNIT_SETTLEMENT" });
}

// A number is stopped only after the flag has been verified (SH).
function stopTrunk(block: Block, trunk: LineDraft, named: NamedCase): void {
  const flag = createFlag(block, trunk, {
    kind: "ILLEGAL_OUTBOUND",
    observedOn: addDays(named.openedOn, -4),
    status: "VERIFIED",
  });
  trunk.flags.push(flag);
  orderLine(block, trunk, {
    kind: "SUSPEND",
    issuedAt: minutesAfter(flag.verifiedAt ?? flag.reportedAt, 1),
    causeId: flag.id,
    reason: finding("verifiedBeforeStop", "SH", "The flag was verified.", { fact: flag.kind }),
    endedAt: null,
    outcome: "ON_TIME",
  });
}

function specsOf(
  { unit, representative }: Cast,
  trunk: LineDraft,
  { institution, number }: AccountDraft,
): InvolvementSpec[] {
  const trunkUsed = { lineNumber: trunk.number };
  return [
    { role: "HOLDER", standing: "RECOGNISED", target: { subject: unit.subject.document }, isConfirmed: true },
    {
      role: "LEGAL_REPRESENTATIVE",
      standing: "LEAD",
      target: { subject: representative.subject.document },
      isConfirmed: true,
    },
    { role: "HOLDER", standing: "RECOGNISED", target: trunkUsed, isConfirmed: true },
    { role: "HOLDER", standing: "LEAD", target: { account: { institution, number } }, isConfirmed: false },
  ];
}
