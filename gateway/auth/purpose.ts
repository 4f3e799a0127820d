import { z } from "zod";
import { PURPOSES, type Caller, type CallerKind, type Purpose } from "../../schema/contract/claims";
import { HubError } from "../../schema/contract/errors";

/** What a request says it is for. */
export interface StatedPurpose {
  readonly purpose: Purpose | null;
  /** Case, application or order number. */
  readonly reference: string | null;
}

export const PURPOSE_HEADER = "duanka-purpose";
export const REFERENCE_HEADER = "duanka-reference";

/** Which purposes each kind of caller can have at all; whether one is true is another question. */
export const PURPOSES_OF: Readonly<Record<CallerKind, readonly Purpose[]>> = {
  POLICE: ["CASE"],
  BANK: ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  PAYMENT: ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  CARRIER: ["LINE_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"],
  FINANCIAL_REGULATOR: ["SUPERVISION"],
  TELECOM_REGULATOR: ["SUPERVISION"],
  AUDITOR: ["AUDIT"],
  PERSON: ["SELF"],
};

/** Without the number there is nothing that could make these true. */
export const PURPOSES_WITH_REFERENCE: readonly Purpose[] = [
  "CASE",
  "ACCOUNT_OPENING",
  "LINE_OPENING",
  "ORDER",
];

const purposeSchema = z.enum(PURPOSES).nullable();
/** It goes into the audit and to subgraphs: no spaces, no control characters, no more than a number needs. */
const referenceSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/)
  .nullable();

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads purpose and reference; throws BAD_INPUT for what they cannot be, FORBIDDEN for another kind's purpose. */
export function readPurpose(headers: Headers, caller: Pick<Caller, "kind">): StatedPurpose {
  const purpose = readHeader(headers, PURPOSE_HEADER, purposeSchema, `one of ${PURPOSES.join(", ")}`);
  const reference = readHeader(
    headers,
    REFERENCE_HEADER,
    referenceSchema,
    "1 to 64 letters, digits, . _ : / or -",
  );
  if (purpose === null) return { purpose, reference };
  if (!PURPOSES_OF[caller.kind].includes(purpose)) {
    throw new HubError(
      "FORBIDDEN",
      `The purpose ${purpose} is not yours: use ${PURPOSES_OF[caller.kind].join(" or ")}.`,
    );
  }
  return { purpose, reference };
}

function readHeader<T>(headers: Headers, name: string, schema: z.ZodType<T>, expected: string): T {
  const given = headers[name];
  const result = schema.safeParse(given === undefined || given === "" ? null : given);
  if (result.success) return result.data;
  throw new HubError("BAD_INPUT", `The header ${name} must be given once: ${expected}.`);
}
