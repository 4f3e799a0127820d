import type { WorldObjection, WorldSanction } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { HOME_CITY_ORGAN } from "../reference/organs";
import { createInvolvement } from "../rings/createInvolvements";
import { applySanction } from "../sanctions/applySanction";
import { createSanction } from "../sanctions/createSanction";
import { momentOn } from "../worldCalendar";
import type { Cast } from "./createCast";
import { groundOf, namedCases, openNamedCase, type NamedCase } from "./namedCases";
import { openAccount, openLine } from "./openHoldings";
import type { PoliceStory } from "./policeStory";

const CLOSED_ON = "2019-06-28";
const FILED_AT = momentOn("2019-03-05", 9 * 3600);
const DUE_AT = momentOn("2019-03-20", 9 * 3600);
const DECIDED_AT = momentOn("2019-03-18", 10 * 3600);

/** Sanctioned in 2018 under the notice of 2016, lifted on her objection in 2019; nothing stands against her now. */
export function tellLifted(block: Block, { lifted }: Cast): PoliceStory {
  const named = namedCases(block.plan.today).lifted;
  openLine(block, lifted, "C02", "2012-10-15");
  const debit = { kind: "DEBIT_CARD", accountClass: "I" } as const;
  openAccount(block, lifted, { ...debit, institution: "102", openedOn: "2010-05-19" });
  openAccount(block, lifted, { ...debit, institution: "106", openedOn: "2017-03-08" });
  openAccount(block, lifted, {
    institution: "Z02",
    kind: "PAYMENT_ACCOUNT",
    accountClass: "II",
    openedOn: "2016-08-01",
  });
  const sanction = imposeAndLift(block, lifted, named);
  const involvement = createInvolvement(block, groundOf(named), {
    role: "HOLDER",
    standing: "WITHDRAWN",
    target: { subject: lifted.subject.document },
    isConfirmed: true,
  });
  const stages = [{ name: "FILED", enteredOn: named.openedOn }];
  return {
    case: openNamedCase(named, { stages, involvements: [involvement], closedOn: CLOSED_ON }),
    sanctions: [sanction],
  };
}

function imposeAndLift(block: Block, holder: HolderDraft, named: NamedCase): WorldSanction {
  const sanction = createSanction(block, {
    subject: holder.subject.document,
    role: "INDIVIDUAL",
    conduct: "ILLEGAL_LEND",
    instruments: ["PERSONAL_CARD"],
    recognisedOn: named.recognisedOn,
    recognisedBy: HOME_CITY_ORGAN,
    caseNumber: named.number,
    course: { status: "LIFTED", liftedAt: DECIDED_AT, objections: [createObjection(block)] },
  });
  return applySanction(block, sanction, holder, () => "ON_TIME");
}

function createObjection(block: Block): WorldObjection {
  return {
    id: block.random.uuid(),
    status: "CONFIRMED",
    grounds: "身份证件曾遗失，账户系他人冒名开立",
    filedAt: FILED_AT,
    dueAt: DUE_AT,
    decidedAt: DECIDED_AT,
    decision: "经核实，异议成立，解除惩戒措施",
    restoredAt: null, // known once the banks have restored: see applySanction
  };
}
