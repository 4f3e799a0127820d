import { eachStore } from "../../support/databases";
import { createBankingHub, police, type BankingHub } from "./bankingHub";
import { BANKING_WORLD } from "./bankingWorld";
import { account, EMPTY_CHUNK, order, person, restriction, transfer, uuid } from "./worldParts";

/**
 * What can be asked of a person, each part going one way: where two ways meet at one loader, it depends on which
 * answer comes first whether they share a statement.
 */
const PARTS = [
  "accounts(statuses: [NORMAL, NON_COUNTER_SUSPENDED]) { totalCount nodes { status restrictions { kind } } }",
  "accounts { nodes { maskedNumber institution { name } } }",
  "accounts { nodes { openedAt { name } } }",
  "accounts { nodes { holder { bankingIdentity { name } } } }",
  "accounts { nodes { reservedPhone { reservedBy { id } } } }",
  "accounts { nodes { orders { account { id } } } }",
  "accounts { nodes { transfers { nodes { from { id } to { id } } } } }",
  "accounts { nodes { fundTrail { hops { transfer { from { id } to { id } } } } } }",
  "linkedAccounts(first: 20, depth: 2) { nodes { account { institution { name } status } } }",
  "linkedAccounts(first: 20, depth: 2) { nodes { evidence { value } } }",
  "accountCounts { institution { name } }",
  "bankingCoverage { state institution { name } }",
  "legalRepresentative { id } representedUnits { id }",
];
/** Over all parts; a part for every row would be far above. */
const STATEMENTS_OF_A_DOSSIER = 40;

eachStore("banking", open => {
  let hub: BankingHub;
  beforeAll(async () => {
    hub = await createBankingHub(await open());
    await hub.write(BANKING_WORLD);
  });

  describe("eight people with two accounts each, all of whom share something", () => {
    const crowd = Array.from({ length: 8 }, (_, index) => person(970 + index));
    const accounts = crowd.flatMap((holder, index) =>
      [1, 2].map(number =>
        account(`62220209700${index}${number}`, holder, {
          outletCode: "102-3",
          reservedPhone: `1410000097${index}`,
          deviceId: `dev-crowd-${Math.floor(index / 2)}`,
          restrictions: [restriction(9_700 + index * 10 + number)],
          orders: [order(uuid(9_700 + index * 10 + number))],
        }),
      ),
    );
    const transfers = accounts.slice(1).map((to, index) => transfer(9_800 + index, accounts[0]!, to));
    beforeAll(() => hub.write({ ...EMPTY_CHUNK, accounts, transfers }));

    const count = (selection: string, people: readonly (typeof crowd)[number][]) =>
      hub.countStatements(async () => {
        const documents = people.map(one => ({ type: one.type, number: "", token: hub.tokenOf(one) }));
        const query = `query ($documents: [IdentityDocumentInput!]!) { subjects(documents: $documents) { ${selection} } }`;
        const { data, code } = await hub.ask(police(), query, { documents });
        expect(code).toBeUndefined();
        expect(data.subjects).toHaveLength(people.length);
      });

    test.each(PARTS)("take as many statements as one of them: %s", async part => {
      expect(await count(part, crowd.slice(0, 5))).toBe(await count(part, crowd.slice(0, 1)));
    });

    test("take no more than the dossier's few statements, all parts asked at once", async () => {
      const dossier = PARTS.map((part, index) => part.replace(/^\w+/, name => `p${index}: ${name}`)).join(
        " ",
      );
      expect(await count(dossier, crowd.slice(0, 5))).toBeLessThanOrEqual(STATEMENTS_OF_A_DOSSIER);
    });
  });
});
