/** How long an institution has for each kind of order, in hours: the graver the haste, the shorter. */
export const DUE_HOURS = {
  STOP_PAYMENT: 1, // the money is gone after that
  FREEZE: 4,
  SUSPEND_NON_COUNTER: 24,
  SUSPEND_ALL_PAYMENT: 24,
  SUSPEND: 24,
  STOP_UNREGISTERED: 24,
  RESTORE: 24, // N20-5: lifted without delay
  SUPPLY_STATEMENT: 72,
  REVIEW: 10 * 24, // a person has to be asked
  REVERIFY: 15 * 24, // the holder has to come to the counter
  DORMANT_REVIEW: 30 * 24, // RN-5 says "may": no haste
} as const;

/** Every kind of order that the world tells of. */
export type WorldOrderKind = keyof typeof DUE_HOURS;
