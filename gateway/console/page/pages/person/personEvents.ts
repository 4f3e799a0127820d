import type { Subject } from "./personFacts";

/** Something that happened on a day. */
export interface PersonEvent {
  readonly id: string;
  readonly on: string;
  /** Which text names it. */
  readonly kind:
    | "lineRegistered"
    | "lineClosed"
    | "accountOpened"
    | "accountClosed"
    | "restricted"
    | "flagged"
    | "recognised"
    | "lifted"
    | "involved";
  readonly what: string;
  readonly source: string;
}

/** What all registers tell of a person, as one story, newest first. Derived: nobody keeps it. */
export function personEvents(subject: Subject): PersonEvent[] {
  const events: (PersonEvent | null)[] = [
    ...(subject.phoneLines?.nodes ?? []).flatMap(line => {
      const what = line.number ?? line.maskedNumber ?? "";
      const source = line.carrier?.name ?? "";
      return [
        at(`${line.id} on`, line.registeredOn, "lineRegistered", what, source),
        at(`${line.id} off`, line.closedOn, "lineClosed", what, source),
        // One that was found to be untrue says nothing of the person.
        ...(line.flags ?? [])
          .filter(({ status }) => status !== "DISMISSED")
          .map(flag => at(flag.id, flag.observedFrom, "flagged", what, source)),
      ];
    }),
    ...(subject.accounts?.nodes ?? []).flatMap(account => {
      const what = account.maskedNumber;
      const source = account.institution.name;
      return [
        at(`${account.id} on`, account.openedOn, "accountOpened", what, source),
        at(`${account.id} off`, account.closedOn, "accountClosed", what, source),
        ...account.restrictions.map((one, index) =>
          at(`${account.id} ${index}`, one.startsAt, "restricted", what, source),
        ),
      ];
    }),
    ...(subject.sanctions ?? []).flatMap(sanction => [
      at(sanction.id, sanction.recognisedOn, "recognised", "", sanction.recognisedBy.name),
      at(`${sanction.id} off`, sanction.measures[0]?.liftedAt, "lifted", "", sanction.recognisedBy.name),
    ]),
    ...(subject.involvements ?? []).map(one =>
      at(one.id, one.markedAt, "involved", one.case?.number ?? "", one.case?.title ?? ""),
    ),
  ];
  return events.filter(event => event !== null).sort((a, b) => b.on.localeCompare(a.on));
}

function at(
  id: string,
  on: string | null | undefined,
  kind: PersonEvent["kind"],
  what: string,
  source: string,
): PersonEvent | null {
  return on === null || on === undefined ? null : { id, on, kind, what, source };
}
