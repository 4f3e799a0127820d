import { LiftSanction, MyCases } from "../../../../gateway/console/generated/operations";
import { askHub } from "../../../../gateway/console/page/hub/askHub";

describe("the page, asking the hub", () => {
  it("says of a reference that no header takes that it is wrong, not that the hub cannot be reached", async () => {
    const answer = await askHub(MyCases, {}, { token: "t", purpose: "CASE", reference: "案件一" });
    expect(answer.faults).toEqual([expect.objectContaining({ code: "BAD_INPUT" })]);
  });

  it("says of a change whose answer does not come that it may have been carried out, of a question that it was not asked", async () => {
    jest.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
    const credentials = { token: "t", purpose: null, reference: null };
    const change = await askHub(LiftSanction, { input: { sanctionId: "s", reason: "r" } }, credentials);
    expect(change.faults).toEqual([expect.objectContaining({ code: "LOST" })]);
    const question = await askHub(MyCases, {}, credentials);
    expect(question.faults).toEqual([expect.objectContaining({ code: "OFFLINE" })]);
  });
});
