import { addDays } from "../../../../schema/contract/calendar";
import type { Block } from "../block";
import { createFlag } from "../holdings/createFlag";
import { finding } from "../orders/finding";
import { orderLine } from "../orders/orderLine";
import { HOME_CITY_ORGAN } from "../reference/organs";
import { createInvolvement, type InvolvementSpec } from "../rings/createInvolvements";
import { minutesAfter } from "../worldCalendar";
import type { Cast } from "./createCast";
import { NAMED_OFFICERS, namedCases, openNamedCase } from "./namedCases";
import { openAccount, openLine } from "./openHoldings";
import type { PoliceStory } from "./tellSanctioned";

/** A company whose voice trunk was used for fraud: its legal representative answers with it (PT). */
export function tellUnit(block: Block, { unit, representative }: Cast): PoliceStory {
  const named = namedCases(block.plan.today).unit;
  const trunk = openLine(block, unit, "C01", "2021-03-10", "VOICE_TRUNK");
  openLine(block, unit, "C02", "2020-11-05", "NUMBER_400");
  openLine(block, unit, "C01", "2019-06-20", "FIXED_LINE");
  const own = openLine(block, representative, "C01", "2008-12-01");
  openAccount(block, representative, {
    institution: "102",
    kind: "DEBIT_CARD",
    accountClass: "I",
    openedOn: "2007-04-16",
  });
  const settlement = openAccount(block, unit, {
    institution: "102",
    kind: "UNIT_SETTLEMENT",
    openedOn: "2019-06-03",
    phone: own,
  });
  openAccount(block, unit, { institution: "102", kind: "UNIT_CARD", openedOn: "2019-06-03", phone: own });
  openAccount(block, unit, {
    institution: "103",
    kind: "UNIT_SETTLEMENT",
    openedOn: "2022-08-22",
    phone: own,
  });
  trunk.involvedOn = named.recognisedOn;
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
  const specs: InvolvementSpec[] = [
    { role: "HOLDER", standing: "RECOGNISED", target: { subject: unit.subject.document }, isConfirmed: true },
    {
      role: "LEGAL_REPRESENTATIVE",
      standing: "LEAD",
      target: { subject: representative.subject.document },
      isConfirmed: true,
    },
    { role: "HOLDER", standing: "RECOGNISED", target: { lineNumber: trunk.number }, isConfirmed: true },
    {
      role: "HOLDER",
      standing: "LEAD",
      target: { account: { institution: settlement.institution, number: settlement.number } },
      isConfirmed: false,
    },
  ];
  const ground = { organ: HOME_CITY_ORGAN, officers: NAMED_OFFICERS, caseOpenedOn: named.openedOn, ...named };
  const stages = [
    { name: "FILED", enteredOn: named.openedOn },
    { name: "INVESTIGATION", enteredOn: addDays(named.openedOn, 1) },
  ];
  const involvements = specs.map(spec => createInvolvement(block, ground, spec));
  return { case: openNamedCase(named, { stages, involvements }), sanctions: [] };
}
