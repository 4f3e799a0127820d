/** What about the looking itself an auditor is alarmed of. */
export const ALARM_KINDS = [
  /** One caller, or one institution, asks far more than work calls for. */
  "UNUSUAL_VOLUME",
  /** One caller asks again and again for people of whom nothing is held: guessed numbers. */
  "MANY_MISSES",
  /** One caller asks for many people whose numbers are near to each other. */
  "SEQUENCE",
  /** Many callers ask for one person. */
  "MUCH_SOUGHT_PERSON",
  /** One caller is refused again and again. */
  "MANY_DENIALS",
  /** An issuer granted what it may not grant. */
  "SCOPE_ABOVE_CEILING",
  /** An issuer vouched for somebody of another's institution. */
  "FOREIGN_INSTITUTION",
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];
