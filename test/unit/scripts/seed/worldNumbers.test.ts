import { parseAccountNumber } from "../../../../schema/contract/accountNumber";
import { parseCalendarDay } from "../../../../schema/contract/calendar";
import { parseIdentityDocument } from "../../../../schema/contract/identityDocument";
import { parsePhoneNumber } from "../../../../schema/contract/phoneNumber";
import { parseCaseNumber } from "../../../../subgraphs/police/input/parseCaseNumber";
import { parseOfficerId } from "../../../../subgraphs/police/input/parseOfficerId";
import { composeCreditCode } from "../../../../scripts/seed/world/numbers/composeCreditCode";
import { loadWorld } from "./loadWorld";

/** The provinces, regions and Taiwan in GB/T 2260, with 83 for residence permits of people from Taiwan and 91 of old for "abroad". */
const ASSIGNED_PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
/** Mobile prefixes that carriers, resellers, satellites and IoT networks have been given. */
const ASSIGNED_PREFIXES = /^1(?:3\d|4[045-9]|5[0-35-9]|6[25-7]|7[0-8]|8\d|9[0-35-9])/;
const CARD_KINDS = ["DEBIT_CARD", "CREDIT_CARD", "UNIT_CARD"];

const world = loadWorld(3_000, 11);

function duplicates(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter(value => seen.size === seen.add(value).size);
}

describe("identity documents", () => {
  test("are all as their standards want them, and written in their one normal form", () => {
    for (const { document, kind } of world.subjects) {
      const parsed = parseIdentityDocument(document);
      expect(parsed).toEqual({ ...document, issuingCountry: document.issuingCountry ?? null, kind });
    }
  });

  test("carry division codes that no real person's can carry", () => {
    const numbers = world.subjects.map(({ document }) => document);
    const residents = numbers.filter(({ type }) => type === "RESIDENT_ID");
    const units = numbers.filter(({ type }) => type === "UNIFIED_SOCIAL_CREDIT_CODE");
    expect(residents.filter(({ number }) => ASSIGNED_PROVINCES.test(number))).toEqual([]);
    expect(units.filter(({ number }) => ASSIGNED_PROVINCES.test(number.slice(2)))).toEqual([]);
    expect(residents.length + units.length).toBeGreaterThan(2_900);
  });

  test("belong to one person or unit each", () => {
    expect(duplicates(world.subjects.map(({ document }) => `${document.type}|${document.number}`))).toEqual(
      [],
    );
  });

  test("of men end in an odd number before the check character, of women in an even one", () => {
    const sexes = new Set(
      world.subjects
        .filter(({ document }) => document.type === "RESIDENT_ID")
        .map(({ document }) => Number(document.number.charAt(16)) % 2),
    );
    expect(sexes).toEqual(new Set([0, 1]));
  });

  test("of units hold an organisation code that passes GB 11714 as well", () => {
    // The ninth character by hand: M A000001 → 3·22+7·10+2·1 = 138, 138 mod 11 = 6, 11 − 6 = 5.
    expect(composeCreditCode("990101", 1).slice(8, 17)).toBe("MA0000015");
  });
});

describe("phone numbers", () => {
  test("are all well formed and in their normal form", () => {
    for (const { number } of world.lines) expect(parsePhoneNumber(number)).toBe(number);
  });

  test("belong to one line each", () => {
    expect(duplicates(world.lines.map(({ number }) => number))).toEqual([]);
  });

  test("of mobiles begin with what no carrier has been given", () => {
    const mobiles = world.lines.filter(({ kind }) => kind === "MOBILE");
    expect(mobiles.filter(({ number }) => ASSIGNED_PREFIXES.test(number))).toEqual([]);
  });

  test("are ported now and then, so that the prefix does not decide the carrier", () => {
    const ofC01 = world.lines.filter(({ carrier, kind }) => carrier === "C01" && kind === "MOBILE");
    const ported = ofC01.filter(({ number }) => !/^14[12]/.test(number));
    expect(ported.length).toBeGreaterThan(0);
    expect(ported.length).toBeLessThan(ofC01.length / 10);
  });
});

describe("account numbers", () => {
  test("pass Luhn on cards and are well formed on all others", () => {
    for (const { number, kind } of world.accounts) {
      expect(parseAccountNumber(number, CARD_KINDS.includes(kind))).toBe(number);
    }
  });

  test("of cards name an issuer in a country that does not exist", () => {
    const cards = world.accounts.filter(({ kind }) => CARD_KINDS.includes(kind));
    expect(cards.filter(({ number }) => !number.startsWith("999"))).toEqual([]);
  });

  test("belong to one account each", () => {
    expect(duplicates(world.accounts.map(({ institution, number }) => `${institution}|${number}`))).toEqual(
      [],
    );
  });
});

describe("everything else that is written in a form", () => {
  test("case numbers and officers are as the police subgraph takes them", () => {
    for (const { number, authority, officers } of world.cases) {
      expect(parseCaseNumber(number, authority)).toBe(number);
      for (const officer of officers) expect(parseOfficerId(officer)).toBe(officer);
    }
    expect(duplicates(world.cases.map(({ number }) => number))).toEqual([]);
  });

  test("days are days that exist, and moments are written in UTC", () => {
    const texts = [...new Set(JSON.stringify(world).match(/"(?:\w+)(?:On|At|From|To)":"[^"]*"/g))];
    expect(texts.length).toBeGreaterThan(1_000);
    for (const text of texts) {
      const [, name, value] = /^"(\w+)":"(.*)"$/.exec(text)!;
      if (name!.endsWith("On")) expect(parseCalendarDay(value!)).toBe(value);
      else expect(new Date(value!).toISOString()).toBe(value);
    }
  });

  test("no two things have the same id", () => {
    // A restriction has the id of its order, as the hub gives it.
    const told = { ...world, accounts: world.accounts.map(account => ({ ...account, restrictions: [] })) };
    const ids = [...JSON.stringify(told).matchAll(/"id":"([0-9a-f-]*)"/g)].map(match => match[1]!);
    expect(ids.length).toBeGreaterThan(1_000);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(duplicates(ids)).toEqual([]);
  });
});
