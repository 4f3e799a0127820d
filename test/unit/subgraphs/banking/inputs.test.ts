import { HubError } from "../../../../schema/contract/errors";
import { boundedDepth } from "../../../../subgraphs/banking/input/limits";
import {
  decodeCountCursor,
  decodeDayCursor,
  decodeMomentCursor,
  decodeSequence,
} from "../../../../subgraphs/banking/input/cursors";
import { regionPrefix } from "../../../../subgraphs/banking/input/regionPrefix";
import { isToken, requireToken } from "../../../../subgraphs/shared/subjects/requireToken";
import {
  kindOfLinkKey,
  sharedAgentKey,
  sharedDeviceKey,
  sharedOutletDayKey,
  sharedPhoneKey,
  valueOfLinkKey,
} from "../../../../subgraphs/banking/linkKeys";
import { pairKey, splitPairKey } from "../../../../subgraphs/banking/pairKey";
import { LinkKind } from "../../../../subgraphs/banking/types/enums";
import { encodeCursor } from "../../../../subgraphs/shared/pagination";

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof HubError ? error.code : String(error);
  }
}

test("a cursor of another list is refused by each list", () => {
  const text = encodeCursor(["x", "y"]);
  for (const decode of [decodeDayCursor, decodeMomentCursor, decodeCountCursor, decodeSequence])
    expect(codeOf(() => decode(text))).toBe("BAD_INPUT");
  expect(codeOf(() => decodeSequence(encodeCursor([-1])))).toBe("BAD_INPUT");
  expect(codeOf(() => decodeCountCursor(encodeCursor([1.5, "x"])))).toBe("BAD_INPUT");
  expect(codeOf(() => decodeMomentCursor(encodeCursor([1e18, "x"])))).toBe("BAD_INPUT");
});

test("no cursor begins at the start", () => {
  expect([decodeDayCursor(null), decodeMomentCursor(undefined), decodeCountCursor(null)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(decodeSequence(undefined)).toBe(0);
});

test.each([
  ["990101", "990101"],
  ["990100", "9901"],
  ["990000", "99"],
  ["990010", "990010"],
])("region %s stands before all codes that begin with %s", (region, prefix) => {
  expect(regionPrefix(region)).toBe(prefix);
});

test.each(["99", "99%", "9901001", "９９０１００", ""])("%j is no division code", region => {
  expect(codeOf(() => regionPrefix(region))).toBe("BAD_INPUT");
});

test("a token has 44 characters and begins with its version", () => {
  const token = `1${"a".repeat(43)}`;
  expect(requireToken({ token })).toBe(token);
  for (const bad of [null, undefined, "", token.slice(1), `${token}a`, `-${"a".repeat(43)}`]) {
    expect(isToken(bad)).toBe(false);
    expect(codeOf(() => requireToken({ token: bad }))).toBe("BAD_INPUT");
  }
});

test.each([
  [0, "BAD_INPUT"],
  [1, undefined],
  [3, undefined],
  [4, "BAD_INPUT"],
])("a depth of %i where three are allowed", (depth, code) => {
  expect(codeOf(() => boundedDepth(depth, 3))).toBe(code);
});

test("a link key tells its kind and value again, bars in the value included", () => {
  const keys = [
    [sharedPhoneKey("id"), LinkKind.SHARED_PHONE, "id"],
    [sharedDeviceKey("a|b"), LinkKind.SHARED_DEVICE, "a|b"],
    [sharedOutletDayKey("102", "1", "2020-01-01"), LinkKind.SHARED_OUTLET_DAY, "102/1 2020-01-01"],
    [sharedAgentKey("102", "AG1"), LinkKind.SHARED_AGENT, "102/AG1"],
  ] as const;
  for (const [key, kind, value] of keys) {
    expect(kindOfLinkKey(key)).toBe(kind);
    expect(valueOfLinkKey(key)).toBe(value);
  }
  expect(() => kindOfLinkKey("NONSENSE|x")).toThrow();
});

test("an outlet's code may hold a bar", () => {
  expect(splitPairKey(pairKey("102", "a|b"))).toEqual({ institution: "102", code: "a|b" });
});
