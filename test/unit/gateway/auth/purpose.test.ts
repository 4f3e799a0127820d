import { PURPOSES_OF, readPurpose } from "../../../../gateway/auth/purpose";
import { CALLER_KINDS, PURPOSES } from "../../../../schema/contract/claims";

const headers = (purpose?: string | string[], reference?: string | string[]) => ({
  "duanka-purpose": purpose,
  "duanka-reference": reference,
});

test.each([
  ["an unknown purpose", headers("CURIOSITY", "1")],
  ["a purpose in small letters", headers("case", "1")],
  ["two purposes", headers(["CASE", "CASE"], "1")],
  ["a reference with a line break", headers("CASE", "1\r\nx: y")],
  ["a reference of spaces", headers("CASE", "   ")],
  ["a reference that is too long", headers("CASE", "1".repeat(65))],
  ["two references", headers("CASE", ["1", "2"])],
  ["a reference that begins like an option", headers("CASE", "-rf")],
])("%s is refused as bad input, and what was given is not repeated", (_, given) => {
  const read = () => readPurpose(given, { kind: "POLICE" });
  expect(read).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  expect(read).toThrow(/^The header duanka-(purpose|reference) must be given once/);
});

// By the table of purposes, written out: who can have which.
const OF = {
  POLICE: ["CASE"],
  BANK: ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  PAYMENT: ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  CARRIER: ["LINE_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  FINANCIAL_REGULATOR: ["SUPERVISION"],
  TELECOM_REGULATOR: ["SUPERVISION"],
  AUDITOR: ["AUDIT"],
  PERSON: ["SELF"],
};

test.each(CALLER_KINDS.flatMap(kind => PURPOSES.map(purpose => [kind, purpose] as const)))(
  "%s states the purpose %s",
  (kind, purpose) => {
    const read = () => readPurpose(headers(purpose, "2026-1"), { kind });
    if (OF[kind].includes(purpose)) expect(read()).toEqual({ purpose, reference: "2026-1" });
    else expect(read).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
  },
);

test("no purpose is no error yet: there are things that need none", () => {
  expect(readPurpose({}, { kind: "POLICE" })).toEqual({ purpose: null, reference: null });
  expect(readPurpose(headers("", ""), { kind: "POLICE" })).toEqual({ purpose: null, reference: null });
});

test("each kind of caller has at least one purpose", () => {
  for (const kind of CALLER_KINDS) expect(PURPOSES_OF[kind].length).toBeGreaterThan(0);
});
