import { addDays } from "../../../../schema/contract/calendar";
import type { WorldAccount, WorldDocument, WorldOutlet } from "../../worldModel";
import type { Block } from "../block";
import type { AccountDraft } from "../holderDraft";
import type { InstitutionProfile } from "../reference/institutionProfiles";
import { earlier } from "../worldCalendar";
import { pickOutlet } from "./pickOutlet";

/** What is decided about an account before it is made. */
export interface AccountSpec {
  readonly institution: InstitutionProfile;
  readonly kind: string;
  readonly accountClass: WorldAccount["accountClass"];
  readonly status: WorldAccount["status"];
  readonly holder: WorldDocument;
  readonly openedOn: string;
  readonly reservedPhone: string | null;
  readonly deviceId?: string | null;
  readonly exemptFromLimit?: WorldAccount["exemptFromLimit"];
  /** Where it was opened, if that is decided too. */
  readonly outlet?: WorldOutlet;
}

const CARD_KINDS = ["DEBIT_CARD", "CREDIT_CARD", "UNIT_CARD"];
const LONGEST_LIFE_OF_CLOSED_DAYS = 900;

/** Makes an account without restrictions; what police and rules do to it is added later. */
export function createAccount(block: Block, spec: AccountSpec): AccountDraft {
  const lastDay = block.plan.lastReportedOn(spec.institution);
  return {
    institution: spec.institution.code,
    number: numberFor(block, spec),
    kind: spec.kind,
    accountClass: spec.accountClass,
    status: spec.status,
    holder: spec.holder,
    openedOn: spec.openedOn,
    closedOn:
      spec.status === "CLOSED"
        ? earlier(addDays(spec.openedOn, block.random.integer(20, LONGEST_LIFE_OF_CLOSED_DAYS)), lastDay)
        : null,
    outletCode: (spec.outlet ?? pickOutlet(block, spec.institution.code)).code,
    reservedPhone: spec.reservedPhone,
    deviceId: spec.deviceId ?? null,
    exemptFromLimit: spec.exemptFromLimit ?? null,
    involvedOn: null,
    restrictions: [],
    orders: [],
  };
}

function numberFor({ numbers }: Block, { institution, kind }: AccountSpec): string {
  if (kind === "PAYMENT_ACCOUNT") return numbers.paymentAccount(institution.code);
  return CARD_KINDS.includes(kind) ? numbers.card(institution.code) : numbers.bookAccount(institution.code);
}
