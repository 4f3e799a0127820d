import { parseIdentityDocument } from "../../../../schema/contract/identityDocument";
import { namedPeople } from "../../../../scripts/seed/namedPeople";
import type { NamedPerson } from "../../../../scripts/seed/worldModel";
import { loadWorld, NOW } from "./loadWorld";

const SEED = 2026;
const world = loadWorld(300, SEED);
const named = namedPeople({ seed: SEED, now: NOW });

const linesOf = ({ document }: NamedPerson) =>
  world.lines.filter(({ holder }) => holder?.number === document.number);
const accountsOf = ({ document }: NamedPerson) =>
  world.accounts.filter(({ holder }) => holder.number === document.number);
describe("the named people", () => {
  test("are found in every world of their seed, of whatever size, with those documents and names", () => {
    for (const size of [0, 300]) {
      const subjects = new Map(
        loadWorld(size, SEED).subjects.map(({ document, name }) => [document.number, name]),
      );
      for (const { document, name } of Object.values(named) as NamedPerson[]) {
        expect(subjects.get(document.number)).toBe(name);
      }
    }
  });

  test("have documents that depend on the seed alone", () => {
    const later = namedPeople({ seed: SEED, now: new Date("2028-02-29T00:00:00Z") });
    const documents = (people: typeof named) =>
      Object.values(people).map(({ document }: NamedPerson) => document.number);
    expect(documents(later)).toEqual(documents(named));
    expect(documents(namedPeople({ seed: SEED + 1, now: NOW }))).not.toEqual(documents(named));
    for (const { document } of Object.values(named) as NamedPerson[]) {
      expect(parseIdentityDocument(document).number).toBe(document.number);
    }
  });

  test.each(["ringMember", "sanctioned", "unit"] as const)(
    "%s is confirmed by the lead in an open case on which both demo officers work",
    who => {
      const { caseNumber, document } = named[who];
      const one = world.cases.find(({ number }) => number === caseNumber)!;
      expect(one).toMatchObject({
        status: "OPEN",
        authority: "A110100",
        lead: "police/case-lead",
        closedOn: null,
      });
      expect(one.officers).toEqual(
        expect.arrayContaining(["police/investigator", "police/authority", "police/case-lead"]),
      );
      expect(one.involvements).toContainEqual(
        expect.objectContaining({
          subject: document,
          addedBy: "police/investigator",
          confirmedBy: "police/case-lead",
        }),
      );
    },
  );

  test.each(["clean", "fiveCards", "lifted"] as const)("%s is in no open case", who => {
    expect(named[who].caseNumber).toBeUndefined();
    const open = world.cases.filter(({ status }) => status === "OPEN").flatMap(one => one.involvements);
    expect(open.some(({ subject }) => subject?.number === named[who].document.number)).toBe(false);
  });

  test.each(["clean", "fiveCards", "ringMember"] as const)("%s is a customer of 102, Z01 and C01", who => {
    const institutions = accountsOf(named[who]).map(({ institution }) => institution);
    expect(institutions).toEqual(expect.arrayContaining(["102", "Z01"]));
    expect(linesOf(named[who]).map(({ carrier }) => carrier)).toContain("C01");
  });
});
