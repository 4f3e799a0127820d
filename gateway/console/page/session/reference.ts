/** What the hub takes as a reference: nothing else can go into a header, or into the audit. */
export const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/;

/** As the hub says it of a header that it could read. */
export const REFERENCE_WRONG =
  "The header duanka-reference must be given once: 1 to 64 letters, digits, . _ : / or -.";
