import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { answerText } from "../../../gateway/answerText";
import { createResultDigest } from "../../../gateway/audit/createResultDigest";

describe("whoever asked", () => {
  it("is sent exactly what was answered, be it data, errors, extensions or any of them together", () => {
    const part = (): fc.Arbitrary<Record<string, unknown>> =>
      fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<unknown>);
    const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
      fc.option(one, { nil: undefined });
    const answer = fc.record(
      {
        errors: maybe(fc.array(fc.record({ message: fc.string() }))),
        data: maybe(fc.option(part())),
        extensions: maybe(part()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answer, given => {
        const written = answerText(given);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it("reads what went wrong before anything else", () => {
    const answer = { data: { subject: null }, errors: [{ message: "no" }], extensions: {} };
    expect(Object.keys(JSON.parse(answerText(answer)) as object)).toEqual(["errors", "data", "extensions"]);
  });

  it("is sent the characters that went on record, also where the answer has been changed in between", () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const key = createPrivateKey(privateKey.export({ format: "pem", type: "pkcs8" }));
    const data: Record<string, unknown> = { subject: { id: "s-1" } };
    const digest = createResultDigest(key)(data);
    data["subject"] = { id: "s-2" };
    const sent = JSON.parse(answerText({ data })) as { data: unknown };
    expect(sent.data).toEqual({ subject: { id: "s-1" } });
    expect(createResultDigest(key)(sent.data)).toBe(digest);
  });
});
