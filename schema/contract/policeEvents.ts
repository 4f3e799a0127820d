import { z } from "zod";

/** Sequences of their own for the subgraphs that act on police events; no caller's view has these names. */
export const SUBGRAPH_AUDIENCES = {
  banking: "subgraph:banking",
  telecom: "subgraph:telecom",
  audit: "subgraph:audit",
} as const;

/**
 * What a measure goes back to. `causeId` is the id of exactly that, and the same one when it ends, so that an end
 * undoes what its own cause did and nothing else.
 *
 * | causeKind       | causeId            | who acts, on what                                                          |
 * |-----------------|--------------------|----------------------------------------------------------------------------|
 * | SANCTION        | the sanction's     | banking: all accounts of `subjectId` (rules 16, 17)                        |
 * | TELECOM_MEASURE | the sanction's     | telecom: all lines of `subjectId`, as the regulator set it (rule 20)       |
 * | CASE_ACCOUNT    | the involvement's  | banking: the *other* accounts of the holder of `accountId` (rule 18)       |
 * | CASE_LINE       | the involvement's  | telecom: the line `lineId`, whose carrier may have it verified (rule 38)   |
 * | STOP_PAYMENT    | the stop-payment's | banking: `accountId` alone, from `startsAt` until `endsAt`                 |
 * | FREEZE          | the freeze's       | banking: `accountId` alone, until `measures[0].endsOn`                     |
 */
export const CAUSE_KINDS = [
  "SANCTION",
  "TELECOM_MEASURE",
  "CASE_ACCOUNT",
  "CASE_LINE",
  "STOP_PAYMENT",
  "FREEZE",
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** A sanction's own kinds, and those that the police put on one account. */
export const EVENT_MEASURE_KINDS = [
  "SUSPEND_NON_COUNTER",
  "SUSPEND_ALL_PAYMENT",
  "NO_NEW_ACCOUNT",
  "NO_NEW_LINE",
  "SUSPEND_LINE",
  "REVERIFY",
  "STOP_PAYMENT",
  "FREEZE",
] as const;

const day = z.iso.date();
const moment = z.iso.datetime();
const id = z.string().min(1);

const measureSchema = z.object({
  kind: z.enum(EVENT_MEASURE_KINDS),
  sector: z.enum(["TELECOM", "BANKING", "PAYMENT"]),
  /** Both days included; null: until it is lifted. */
  startsOn: day,
  endsOn: day.nullable(),
});
export type PoliceEventMeasure = z.output<typeof measureSchema>;

/** A measure begins or ends. All ids and tokens: no number, no name. */
const measureEvent = {
  causeKind: z.enum(CAUSE_KINDS),
  causeId: id,
  caseNumber: id.nullable(),
  /** The person or unit, where the police know them; of an account or a line its own directory knows the holder. */
  subjectId: id.nullable(),
  /** The police name `subjectId` as the holder of what was used, and do not mean whoever has it by now. */
  isHolderNamed: z.boolean().default(false),
  /** The involved or stopped account: its holder's others follow it, it is not one of them. */
  accountId: id.nullable(),
  /** The institution that keeps it, as the police were told. */
  institution: id.nullable(),
  lineId: id.nullable(),
  /** What begins, or what ends: an end may be partial, since each measure has its own last day. */
  measures: z.array(measureSchema),
  /** Where it rests: `N16-5`, `N20-5`, `EXT:…`, and the dated version; for the derivation of an order. */
  article: id,
  ruleVersion: id.nullable(),
  /** Of a stop-payment: its 48 hours to the moment. */
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  /** Of a stop-payment: `DirectoryIds.holderMark` of the name that was given; it must be the holder's own. */
  holderMark: id.nullable(),
};

const inForce = z.object({ kind: z.literal("MEASURE_IN_FORCE"), ...measureEvent });

const lifted = z.object({
  kind: z.literal("MEASURE_LIFTED"),
  ...measureEvent,
  /** Lifted of the organ's own motion, or because an objection was confirmed. */
  objectionId: id.nullable(),
});

const expired = z.object({ kind: z.literal("MEASURE_EXPIRED"), ...measureEvent });

const objectionEvent = {
  objectionId: id,
  target: z.enum(["SANCTION", "INVOLVEMENT", "STOP_PAYMENT", "ORDER", "BLACKLIST_ENTRY", "DATA_ERROR"]),
  /** Of an order, a blacklist entry or a wrong record: an id of the subgraph that keeps it. */
  targetId: id,
  /**
   * Whose the target is; null only of a stop-payment or an involvement whose holder nobody named. Of what a subgraph
   * keeps it is whose the thing was when the objection was filed, and only theirs is undone.
   */
  subjectId: id.nullable(),
};

const objectionFiled = z.object({ kind: z.literal("OBJECTION_FILED"), ...objectionEvent, dueAt: moment });

/**
 * A confirmed objection to a sanction, an involvement or a stop-payment comes with a MEASURE_LIFTED of its own; to
 * anything else this is the only word, and the subgraph that keeps the target undoes it: of a wrong record it orders
 * whoever reported it to correct it, with the objection as the cause.
 */
const objectionDecided = z.object({
  kind: z.literal("OBJECTION_DECIDED"),
  ...objectionEvent,
  confirmed: z.boolean(),
  /** The officer; an event of before they were named has none. */
  decidedBy: id.optional(),
});

const warningPublished = z.object({ kind: z.literal("WARNING_PUBLISHED"), warningId: id });

/** To telecom alone: the police raise a POLICE_NOTICE flag on the line (SH). */
const policeNotice = z.object({
  kind: z.literal("POLICE_NOTICE"),
  involvementId: id,
  caseNumber: id,
  lineId: id,
});

/** To telecom alone: what a line was in a case for is taken back, and a flag that came of it counts no more. */
const involvementWithdrawn = z.object({
  kind: z.literal("INVOLVEMENT_WITHDRAWN"),
  involvementId: id,
  lineId: id,
  /** The officer. */
  withdrawnBy: id,
});

/** To banking alone: the institution is to supply the account's statement. */
const statementRequested = z.object({
  kind: z.literal("STATEMENT_REQUESTED"),
  requestId: id,
  involvementId: id,
  caseNumber: id,
  accountId: id,
  institution: id,
  from: moment,
  to: moment,
});

/** To audit alone: the people confirmed in a case may know of the looks at them made for it up to a moment. */
const lookupsReleased = z.object({
  kind: z.literal("LOOKUPS_RELEASED"),
  caseNumber: id,
  /** An event from before they were named releases nothing. */
  subjectIds: z.array(id).default([]),
  until: moment,
});

/**
 * What the police tell the other subgraphs: the `payload` of an outbox row, written in the transaction of the change
 * it tells of. The row's own id names the change: whoever acts on it twice must come to the same end.
 */
export const policeEventSchema = z.discriminatedUnion("kind", [
  inForce,
  lifted,
  expired,
  objectionFiled,
  objectionDecided,
  warningPublished,
  policeNotice,
  involvementWithdrawn,
  statementRequested,
  lookupsReleased,
]);
export type PoliceEvent = z.output<typeof policeEventSchema>;
