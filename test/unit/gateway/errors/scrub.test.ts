import fc from "fast-check";
import { Writable } from "node:stream";
import { createErrorId } from "../../../../gateway/errors/createErrorId";
import { createLogger } from "../../../../gateway/errors/createLogger";
import { scrub } from "../../../../gateway/errors/scrub";

describe("a text for the log", () => {
  test.each([
    "11010119900307447X",
    "110101900307447",
    "13800138000",
    "6222021234567890123",
    "91110108MA01C8JT2X",
    "E12345678",
    "H12345678",
    "138-0013-8000",
    "6222 0212 3456 7890 123",
    "110101 1990 0307 447X",
    "１１０１０１１９９００３０７４４７７",
  ])("has no number like %s in it", number => {
    for (const text of [
      number,
      `(${number})`,
      `'${number}',1`,
      `number=${number}&x`,
      `证件${number}号`,
      `a ${number}\n`,
    ]) {
      expect(scrub(text)).not.toContain(number);
    }
  });

  test("keeps what is no number: codes, lines of a stack, errors of the system", () => {
    const text =
      "connect ECONNREFUSED 10.0.0.7:5432 at Object.<anonymous> (/srv/dist/gateway/main.js:120:17) Z01, 102";
    expect(scrub(text)).toBe(text);
  });

  test("is never long", () => {
    expect(scrub("x ".repeat(100_000)).length).toBeLessThan(5_000);
  });

  test("an error id passes as it is", () => {
    const id = createErrorId();
    expect(scrub(id)).toBe(id);
    expect(createErrorId()).not.toBe(id);
  });
});

describe("the log", () => {
  function logging() {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString("utf8"));
        done();
      },
    });
    return { lines, logger: createLogger("info", destination) };
  }

  test("a line break in a value writes no second line", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("\r", "\n", "\u2028", '"', "a", "\u0000") }), text => {
        const { lines, logger } = logging();
        logger.warn({ detail: text }, `said: ${text}`);
        expect(lines.join("").trimEnd().split("\n")).toHaveLength(1);
        expect(JSON.parse(lines.join(""))).toMatchObject({ detail: text });
      }),
    );
  });

  test("members that could hold a person's data are struck out wherever they stand", () => {
    const { lines, logger } = logging();
    logger.info({
      number: "13800138000",
      request: { headers: { authorization: "Bearer secret" }, variables: { a: 1 } },
      caller: { name: "Zhang San" },
    });
    expect(lines.join("")).not.toMatch(/138001|secret|Zhang/);
  });
});
