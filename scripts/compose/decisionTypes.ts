/**
 * What is decided (who may open what, whose number it is, when money goes out), and what of other registers it stands
 * on: measures, and who has answered at all. A minute-old one could let through whom the police have just named.
 */
export const DECISION_TYPES = [
  "OpeningDecision",
  "PhoneCheck",
  "TransferRelease",
  "Measure",
  "ForeseenMeasure",
  "InstitutionAnswer",
] as const;
