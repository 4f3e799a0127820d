import { randomBytes } from "node:crypto";
import { parseIdentityDocument } from "../../../../schema/contract/identityDocument";
import { createNumberRanges } from "../../../../scripts/hub/numberRanges";
import { composeResidentId } from "../../../../scripts/seed/world/numbers/composeResidentId";

const pepper = randomBytes(32);
const rangesOf = createNumberRanges(pepper);
const resident = (division: string, bornOn: string, sequence: number) =>
  rangesOf(
    parseIdentityDocument({ type: "RESIDENT_ID", number: composeResidentId(division, bornOn, sequence) }),
  );
const passport = (number: string, issuingCountry = "KOR") =>
  rangesOf(parseIdentityDocument({ type: "PASSPORT", number, issuingCountry }));

describe("the ranges that a number stands in", () => {
  const [narrow, wide] = resident("999901", "1979-03-14", 1);

  test("are the county and birthday, then the county and month of birth, of a resident", () => {
    expect(resident("999901", "1979-03-14", 998)).toEqual([narrow, wide]);
    const [otherDay, sameMonth] = resident("999901", "1979-03-15", 1);
    expect([otherDay === narrow, sameMonth === wide]).toEqual([false, true]);
    for (const [division, bornOn] of [
      ["999901", "1979-04-14"],
      ["999902", "1979-03-14"],
    ] as const) {
      const [other, alsoOther] = resident(division, bornOn, 1);
      expect([other === narrow, alsoOther === wide]).toEqual([false, false]);
    }
  });

  test("are the block that a passport was issued in, of one country alone", () => {
    expect(passport("M12345678")).toEqual(passport("M12340000"));
    expect(passport("M12345678")).toHaveLength(1);
    expect(passport("M12345678")).not.toEqual(passport("M12355678"));
    expect(passport("M12345678")).not.toEqual(passport("M12345678", "JPN"));
  });

  test("tell nobody the number, and nothing to whoever has another secret", () => {
    expect(`${narrow}${wide}`).not.toMatch(/999901|1979/);
    const others = createNumberRanges(randomBytes(32));
    const document = parseIdentityDocument({
      type: "RESIDENT_ID",
      number: composeResidentId("999901", "1979-03-14", 1),
    });
    expect(others(document)).not.toContain(narrow);
  });
});
