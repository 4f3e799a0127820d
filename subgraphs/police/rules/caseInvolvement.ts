// N16-5: a recognised case account restricts its holder's other accounts. RN-4: a line in a case may be verified again.
// A person recognised without either is restricted by nothing but a sanction.
import type { CauseKind, PoliceEventMeasure } from "../../../schema/contract/policeEvents";

/** What an organ's recognition of an involvement brings about. */
export interface InvolvementEffect {
  readonly causeKind: CauseKind;
  readonly article: string;
  readonly measures: readonly PoliceEventMeasure[];
}

interface InvolvedThing {
  readonly accountId: string | null;
  readonly lineId: string | null;
}

/** The consequences of recognising an involvement on a day: they last until it is withdrawn. */
export function caseInvolvement({ accountId, lineId }: InvolvedThing, startsOn: string): InvolvementEffect[] {
  const interval = { startsOn, endsOn: null };
  const effects: InvolvementEffect[] = [];
  if (accountId !== null) {
    effects.push({
      causeKind: "CASE_ACCOUNT",
      article: "N16-5",
      measures: [
        { kind: "SUSPEND_NON_COUNTER", sector: "BANKING", ...interval },
        { kind: "SUSPEND_ALL_PAYMENT", sector: "PAYMENT", ...interval },
      ],
    });
  }
  if (lineId !== null) {
    const measures = [{ kind: "REVERIFY", sector: "TELECOM", ...interval }] as const;
    effects.push({ causeKind: "CASE_LINE", article: "RN-4", measures });
  }
  return effects;
}
