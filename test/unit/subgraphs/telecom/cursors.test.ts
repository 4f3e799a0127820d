import { encodeCursor } from "../../../../subgraphs/shared/pagination";
import {
  readDayCursor,
  readKeyCursor,
  readMomentCursor,
  readSequenceCursor,
} from "../../../../subgraphs/telecom/cursors";

describe("a cursor that somebody made up is refused before it reaches a statement", () => {
  const refusalOf = (read: () => unknown): unknown => {
    try {
      return read();
    } catch (error) {
      return error;
    }
  };

  test.each([
    ["no moment", () => readMomentCursor(encodeCursor(["x' or 1=1", "id"]))],
    ["too few values", () => readMomentCursor(encodeCursor(["2026-01-01T00:00:00.000Z"]))],
    ["no base64", () => readMomentCursor("%%%")],
    ["no day", () => readDayCursor(encodeCursor(["2026-02-30", "id"]))],
    ["two keys", () => readKeyCursor(encodeCursor(["a", "b"]))],
    ["no number", () => readSequenceCursor(encodeCursor(["7"]))],
    ["half a number", () => readSequenceCursor(encodeCursor([1.5]))],
  ])("%s", (_what, read) => {
    expect(refusalOf(read)).toMatchObject({ code: "BAD_INPUT" });
  });

  test("none is the start of the list", () => {
    expect([readMomentCursor(null), readDayCursor(undefined), readKeyCursor(null)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(readSequenceCursor(null)).toBe(0);
  });

  test("one's own is read back", () => {
    const moment = "2026-11-24T04:00:00.000Z";
    expect(readMomentCursor(encodeCursor([moment, "id"]))).toEqual({ at: new Date(moment), id: "id" });
    expect(readDayCursor(encodeCursor(["2024-02-29", "id"]))).toEqual({ day: "2024-02-29", id: "id" });
    expect(readSequenceCursor(encodeCursor([12]))).toBe(12);
  });
});
