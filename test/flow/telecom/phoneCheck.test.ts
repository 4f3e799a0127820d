import type { RequestClaims } from "../../../schema/contract/claims";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { eachStore } from "../../support/databases";
import { bank, carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, flag, line, person, uuid } from "./telecomRows";
import { NUMBERS, PEOPLE, TELECOM_WORLD } from "./telecomWorld";

const CHECK = `query ($number: ID!, $document: IdentityDocumentInput!) {
  phoneCheck(number: $number, document: $document) { sameHolder inService verifiedFlags asOf } }`;
const DECLARED = "2026-11-23T16:00:00.000Z";

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });

  const check = async (claims: RequestClaims, number: string, holder: WorldDocument) => {
    const document = { type: holder.type, number: "", token: hub.tokenOf(holder) };
    const { data, code } = await hub.ask(claims, CHECK, { number, document });
    return { check: data?.phoneCheck, code };
  };
  const UNKNOWN = { sameHolder: "UNKNOWN", inService: "UNKNOWN", verifiedFlags: null, asOf: null };

  test("police do not check numbers for an opening", async () => {
    expect(await check(police(), NUMBERS.customer, PEOPLE.customer)).toMatchObject({ code: "FORBIDDEN" });
  });

  test("what is no number is refused and not repeated", async () => {
    const answer = await check(bank(), "12345", PEOPLE.customer);
    expect(answer.code).toBe("BAD_INPUT");
    expect(JSON.stringify(answer)).not.toContain("12345");
  });

  test("a number that no carrier has reported is unknown, not refused", async () => {
    expect((await check(bank(), "14199999999", PEOPLE.customer)).check).toEqual(UNKNOWN);
  });

  test("a carrier checks its own lines; another's are unknown", async () => {
    expect((await check(carrier("C02"), NUMBERS.customer, PEOPLE.customer)).check).toEqual(UNKNOWN);
    expect((await check(carrier("C01"), NUMBERS.customer, PEOPLE.customer)).check.sameHolder).toBe("YES");
  });

  test("a number that has come to another holder comes clean: what was verified of the former one is not told", async () => {
    const number = "14108000001";
    const [former, present] = [person(800), person(801)];
    const flags = [flag(uuid(8_001), { status: "VERIFIED" })];
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, former, { flags })] });
    expect((await check(bank(), number, former)).check).toMatchObject({
      sameHolder: "YES",
      verifiedFlags: ["HARASSING_CALLS"],
    });
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, present, { lastUsedOn: "2026-11-22" })] });
    expect((await check(bank(), number, present)).check).toMatchObject({
      sameHolder: "YES",
      inService: "YES",
      verifiedFlags: [],
    });
    expect((await check(bank(), number, former)).check).toEqual({ ...UNKNOWN, sameHolder: "NO" });
  });

  // A bank is told of its customer's line: of a stranger's, whose document it never saw, it is told nothing else.
  test.each([
    ["another's", NUMBERS.customer, PEOPLE.stranger],
    ["registered to nobody", NUMBERS.nobody, PEOPLE.customer],
  ])(
    "of a number that is %s a bank is told that it is not its customer's, and nothing of it",
    async (_what, number, holder) => {
      expect((await check(bank(), number, holder)).check).toEqual({ ...UNKNOWN, sameHolder: "NO" });
    },
  );

  test.each([
    ["its holder's", NUMBERS.customer, PEOPLE.customer, "YES", "YES", ["HARASSING_CALLS"]],
    ["closed", NUMBERS.former, PEOPLE.former, "YES", "NO", []],
  ])(
    "a bank is told that a number is %s",
    async (_what, number, holder, sameHolder, inService, verifiedFlags) => {
      expect((await check(bank(), number, holder)).check).toEqual({
        sameHolder,
        inService,
        verifiedFlags,
        asOf: DECLARED,
      });
    },
  );
});
