import type { NamedPeople } from "../seed/worldModel";

/** Who they are, in a few words each. */
const STORIES: Readonly<Record<keyof NamedPeople, string>> = {
  clean: "nothing against them",
  fiveCards: "at both limits: five phone cards at one carrier, four debit cards at one bank",
  ringMember: "member of a card-trading ring, in an open case",
  sanctioned: "under five-year measures of a districted-city organ",
  lifted: "an objection was upheld, every measure lifted",
  unit: "a company whose voice trunk was used for fraud",
};

/** The named people as lines for a terminal. */
export function describePeople(named: NamedPeople): string[] {
  return (Object.keys(STORIES) as (keyof NamedPeople)[]).map(key => {
    const { document, name, caseNumber } = named[key];
    const inCase = caseNumber === undefined ? "" : `, case ${caseNumber}`;
    return `${key.padEnd(10)}  ${document.type} ${document.number}  ${name} · ${STORIES[key]}${inCase}`;
  });
}
