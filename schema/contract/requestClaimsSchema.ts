import { z } from "zod";
import { CALLER_KINDS, PURPOSES, viewOf, type RequestClaims, type View } from "./claims";

/** Longer than any code, case number or officer id in use. */
const MAX_TEXT_CHARACTERS = 256;
/** Above the number of scopes there are. */
const MAX_SCOPES = 100;

const text = z.string().min(1).max(MAX_TEXT_CHARACTERS);

const caller = z.strictObject({
  id: text,
  kind: z.enum(CALLER_KINDS),
  institution: text.nullable(),
  authority: text.nullable(),
  scopes: z.array(text).max(MAX_SCOPES).readonly(),
  person: text.nullable(),
});

/** The claims as they come off the wire. A view that does not follow from the caller would open others' rows. */
export const requestClaimsSchema: z.ZodType<RequestClaims> = z
  .strictObject({
    caller,
    purpose: z.enum(PURPOSES).nullable(),
    reference: text.nullable(),
    view: z.custom<View>(value => typeof value === "string"),
    extendedAccess: z.boolean(),
  })
  .refine(claims => claims.view === viewOf(claims.caller), {
    message: "view does not follow from the caller",
  });
