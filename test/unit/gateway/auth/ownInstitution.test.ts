import { ownInstitution } from "../../../../gateway/auth/policies/ownInstitution";
import { callerWith } from "./callers";
import { questionOf, requestOf } from "./policyQuestions";

describe("own_institution with an argument", () => {
  test.each([
    ["its own", "carrier", { carrier: "A" }, null],
    ["another's", "carrier", { carrier: "B" }, "FORBIDDEN"],
    ["none", "carrier", { carrier: null }, "FORBIDDEN"],
    ["an argument that is not there", "carrier", {}, "FORBIDDEN"],
    ["its own inside an input", "input.carrier", { input: { carrier: "A" } }, null],
    ["another's inside an input", "input.carrier", { input: { carrier: "B" } }, "FORBIDDEN"],
    ["no input", "input.carrier", { input: null }, "FORBIDDEN"],
    [
      "its own in each element",
      "input.items.carrier",
      { input: { items: [{ carrier: "A" }, { carrier: "A" }] } },
      null,
    ],
    [
      "another's in one element",
      "input.items.carrier",
      { input: { items: [{ carrier: "A" }, { carrier: "B" }] } },
      "FORBIDDEN",
    ],
    ["no elements", "input.items.carrier", { input: { items: [] } }, "FORBIDDEN"],
    ["something inherited", "input.constructor.name", { input: {} }, "FORBIDDEN"],
  ])("%s", async (_, argument, args, expected) => {
    const request = requestOf({ caller: callerWith([], { institution: "A" }) });
    expect(await ownInstitution.decide?.(questionOf(args, { argument }), request)).toBe(expected);
  });

  test("a code given as a number is the same code", () => {
    const request = requestOf({ caller: callerWith([], { institution: "102" }) });
    expect(ownInstitution.decide?.(questionOf({ bank: 102 }, { argument: "bank" }), request)).toBeNull();
  });

  test("a caller of no institution has none of their own, not even null", () => {
    const request = requestOf({ caller: callerWith([], { institution: null }) });
    expect(ownInstitution.decide?.(questionOf({ bank: null }, { argument: "bank" }), request)).toBe(
      "FORBIDDEN",
    );
  });
});
