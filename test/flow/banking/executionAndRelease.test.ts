import type { RequestClaims } from "../../../schema/contract/claims";
import { withAllScopes } from "../../support/claims";
import { eachStore } from "../../support/databases";
import { bank, createBankingHub, police, regulator, self, type BankingHub } from "./bankingHub";
import { BANKING_WORLD, NUMBERS, PEOPLE } from "./bankingWorld";
import { SANCTION } from "./worldParts";

const RELEASE = `query ($input: TransferReleaseInput!) { transferRelease(input: $input) { outcome releaseAt finding { ruleId article fact } } }`;

eachStore("banking", open => {
  let hub: BankingHub;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
  });

  describe("what became of a sanction", () => {
    const selection = `accountExecution { institution { code } issued delivered executed refused late nextDueAt
      lastExecutedAt restored lastRestoredAt }`;
    const execution = async (claims: RequestClaims) =>
      (await hub.entity(claims, { __typename: "Sanction", id: SANCTION }, selection)).data.accountExecution;

    test("shows who has carried it out, who is late and who has restored", async () => {
      const all = await execution(police());
      expect(all).toEqual([
        {
          institution: { code: "102" },
          issued: 4,
          delivered: 4,
          executed: 1,
          refused: 1,
          late: 1,
          nextDueAt: "2026-11-22T00:00:00.000Z",
          lastExecutedAt: "2026-11-20T12:00:00.000Z",
          restored: 1,
          lastRestoredAt: "2026-11-20T02:00:00.000Z",
        },
        {
          institution: { code: "103" },
          issued: 1,
          delivered: 0,
          executed: 0,
          refused: 0,
          late: 1,
          nextDueAt: "2026-11-23T00:00:00.000Z",
          lastExecutedAt: null,
          restored: 0,
          lastRestoredAt: null,
        },
      ]);
      expect(await execution(regulator())).toEqual(all);
    });

    test("is cut down to the person's own accounts, and to a bank's own", async () => {
      const stranger = self(hub.tokenOf(PEOPLE.stranger));
      expect(await execution(withAllScopes(stranger))).toEqual([]);
      const own = await execution(withAllScopes(self(hub.tokenOf(PEOPLE.customer))));
      expect(own.map((one: { issued: number }) => one.issued)).toEqual([2, 1]);
      const at103 = await execution(withAllScopes(bank("103")));
      expect(at103.map((one: { institution: { code: string } }) => one.institution.code)).toEqual(["103"]);
    });
  });

  describe("a transfer at a cash machine", () => {
    const input = {
      fromInstitution: "102",
      fromNumber: NUMBERS.customer,
      toInstitution: "103",
      toNumber: NUMBERS.customerAt103,
      channel: "ATM",
      requestedAt: "2026-11-24T04:00:00.000Z",
    };
    const release = async (rest: Record<string, string> = {}, claims = bank()) =>
      (await hub.ask(claims, RELEASE, { input: { ...input, ...rest } })).data.transferRelease;

    test("is not for another bank to ask about", async () => {
      expect(await release({}, bank("103"))).toBeNull();
      expect(await release({ fromInstitution: "103" })).toBeNull();
    });

    test("to an account that is not known cannot be decided", async () => {
      expect(await release({ toNumber: "6223039999" })).toMatchObject({
        outcome: "UNKNOWN",
        releaseAt: null,
      });
    });

    test("to another's account waits 24 hours, to one's own at another bank it does not", async () => {
      expect(await release()).toMatchObject({ outcome: "AT_ONCE", releaseAt: input.requestedAt });
      expect(await release({ toNumber: "6223030000000002" })).toEqual({
        outcome: "DELAYED",
        releaseAt: "2026-11-25T04:00:00.000Z",
        finding: { ruleId: "atmDelay", article: "N16-5", fact: "the holders' documents differ" },
      });
    });
  });
});
