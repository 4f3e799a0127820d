import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseTrustedIssuers } from "../../../../schema/contract/trustedIssuers";
import { EXAMPLE_ISSUERS } from "../../../../scripts/separate/exampleIssuers";

const README = readFileSync(join(__dirname, "../../../../README.md"), "utf8");

describe("an operator who copies the example of trusted issuers", () => {
  it("from the help has a file that is accepted", () => {
    expect(parseTrustedIssuers(JSON.stringify(EXAMPLE_ISSUERS))).toMatchObject([
      { name: "police", freeQueries: false, volume: 1 },
      { name: "bank-102", freeQueries: false, volume: 20 },
    ]);
  });

  it("from the README has a file that is accepted", () => {
    const blocks = [...README.matchAll(/```json\n([^]*?)```/g)].map(([, text]) => text ?? "");
    expect(blocks).toHaveLength(1);
    expect(parseTrustedIssuers(blocks[0]!)).toMatchObject([{ name: "bank-102", volume: 1 }]);
  });
});
