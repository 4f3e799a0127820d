import { MyCases } from "../../../../gateway/console/generated/operations";
import { askHub } from "../../../../gateway/console/page/hub/askHub";

describe("the page, asking the hub", () => {
  it("says of a reference that no header takes that it is wrong, not that the hub cannot be reached", async () => {
    const answer = await askHub(MyCases, {}, { token: "t", purpose: "CASE", reference: "案件一" });
    expect(answer.faults).toEqual([expect.objectContaining({ code: "BAD_INPUT" })]);
  });
});
