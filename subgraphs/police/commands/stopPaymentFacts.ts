import { chinaDay } from "../../../schema/contract/calendar";
import type { PoliceEvent } from "../../../schema/contract/policeEvents";
import type { StopPaymentRow } from "../store/caseWorkWriteStore";
import { measureFacts } from "./measureEvent";

/** No notice knows it; users expect it, and the police's own practice has it. */
const ARTICLE = "EXT:STOP_PAYMENT";

type StopFacts = Pick<
  StopPaymentRow,
  "id" | "caseNumber" | "accountId" | "institution" | "startsAt" | "endsAt"
>;

/** The facts of a stop-payment for an event: to the moment, and by its days as every measure. */
export function stopPaymentFacts(
  { id, caseNumber, accountId, institution, startsAt, endsAt }: StopFacts,
  holderMark: string | null,
): Omit<Extract<PoliceEvent, { kind: "MEASURE_IN_FORCE" }>, "kind"> {
  return measureFacts({
    causeKind: "STOP_PAYMENT",
    causeId: id,
    caseNumber,
    accountId,
    institution,
    measures: [
      {
        kind: "STOP_PAYMENT",
        sector: "BANKING",
        startsOn: chinaDay(startsAt),
        endsOn: chinaDay(new Date(endsAt.getTime() - 1)),
      },
    ],
    article: ARTICLE,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    holderMark,
  });
}
