import { sql } from "kysely";
import { policeEventSchema, type PoliceEvent } from "../../../schema/contract/policeEvents";
import type { RequestClaims } from "../../../schema/contract/claims";
import { ROLE_SCOPES } from "../../../schema/contract/scopes";
import type { WorldDocument } from "../../../scripts/seed/worldModel";
import { claimsOf } from "../../support/claims";
import { authorityOfficer, officer, type PoliceHub } from "./policeHub";
import { CASES, OFFICERS } from "./policeNames";

/** Asks a mutation of one input, and answers its field beside the refusal. */
export type Act = (
  claims: RequestClaims,
  field: string,
  input: Record<string, unknown>,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
) => Promise<{ readonly done: any; readonly code: unknown; readonly message: string | undefined }>;

/** An event as it stands in the outbox. */
export type StoredEvent = PoliceEvent & { readonly audiences: string[]; readonly touched: string[] };

/** What the tests of the police's own acts share. */
export interface LifeCycle {
  readonly act: Act;
  documentOf(document: WorldDocument): Record<string, unknown>;
  /** Goes to a day and opens a case there, with the city's officer on it: a recognition lies in its case. */
  openCaseOn(day: string): Promise<string>;
  /** What has been told since the last time this was asked. */
  newEvents(): Promise<StoredEvent[]>;
}

const SELECTIONS: Readonly<Record<string, string>> = {
  Sanction: `id status ruleVersion recognisedOn notice { reason remedy papers servedOn }
    measures { kind sector startsOn endsOn liftedAt } recognisedBy { code } subject { id }`,
  Involvement:
    "id standing role markedAt recognisedOn withdrawnAt recognisedBy { code } objections { id status }",
  Objection: "id status target dueAt filedAt decidedAt decision grounds restoredAt",
};

/** The city organ's officer; its case must have them assigned. */
export const city = (): RequestClaims => authorityOfficer("A110100");
/** The county organ's officer with an authority's scopes: what stops them is their organ's rank alone. */
export const county = (): RequestClaims => officer(OFFICERS.investigator, { scopes: ROLE_SCOPES.authority });
/** An officer of a city organ that has nothing to do with it. */
export const otherCity = (): RequestClaims =>
  officer("police/other", { authority: "A220100", scopes: ROLE_SCOPES.authority });
/** The officer of the organ right above the city's. */
export const province = (): RequestClaims =>
  officer("police/province", { authority: "A990000", scopes: ROLE_SCOPES.authority });
/** The officer of the highest organ. */
export const ministry = (): RequestClaims =>
  officer("police/ministry", { authority: "A000000", scopes: ROLE_SCOPES.authority });
/** The telecom regulator. */
export const telecomRegulator = (): RequestClaims =>
  claimsOf({
    id: "regulator/telecom",
    kind: "TELECOM_REGULATOR",
    institution: null,
    scopes: ROLE_SCOPES["regulator-telecom"],
  });

/** Puts the city's officer onto the county's case. */
export async function createLifeCycle(hub: PoliceHub): Promise<LifeCycle> {
  const assigned = await hub.ask(
    officer(OFFICERS.lead),
    `mutation ($input: AssignOfficersInput!) { assignOfficers(input: $input) { lead } }`,
    { input: { caseNumber: CASES.own, add: [city().caller.id] } },
  );
  if (assigned.code !== undefined)
    throw new Error(`the city's officer is not on the case: ${assigned.message}`);
  const told = new Set<number>();
  let cases = 9_000;
  return {
    act: async (claims, field, input) => {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
      const { data, code, message } = await hub.ask(
        claims,
        `mutation ($input: ${type}!) { ${field}(input: $input) { ${selectionOf(field)} } }`,
        { input },
      );
      return { done: data?.[field], code, message };
    },
    openCaseOn: async day => {
      hub.setNow(new Date(`${day}T04:00:00.000Z`));
      const number = `A110199-${day.slice(0, 4)}-${(cases += 1)}`;
      const assignedOfficers = [city().caller.id];
      const opening = { number, title: "t", lead: OFFICERS.lead, assignedOfficers, subjects: [] };
      const { code, message } = await hub.ask(
        officer(OFFICERS.lead),
        "mutation ($input: OpenCaseInput!) { openCase(input: $input) { number } }",
        { input: opening },
      );
      if (code !== undefined) throw new Error(`no case is opened: ${message}`);
      return number;
    },
    documentOf: document => ({ ...document, token: hub.tokenOf(document) }),
    newEvents: async () => {
      const { rows } = await sql<{
        position: number;
        payload: unknown;
        audiences: string[];
        touched: string[];
      }>`
        select position, payload, audiences, touched from police.outbox where payload is not null order by position`.execute(
        hub.database.db,
      );
      const unheard = rows.filter(({ position }) => !told.has(position));
      for (const { position } of unheard) told.add(position);
      return unheard.map(({ payload, audiences, touched }) => ({
        ...policeEventSchema.parse(payload),
        audiences,
        touched,
      }));
    },
  };
}

function selectionOf(field: string): string {
  if (/Sanction$|TelecomMeasures$/.test(field)) return SELECTIONS.Sanction ?? "";
  if (/Objection$/.test(field)) return SELECTIONS.Objection ?? "";
  if (/Involve|freezeAccount|requestStatement|notifyCarrier/.test(field)) return SELECTIONS.Involvement ?? "";
  return (
    {
      issueStopPayment: "id startsAt endsAt sequence account { id }",
      recordVisit: "id status plannedOn metOn commitmentReference subject { id }",
      recordPatrol: "outletCode involved lastPatrolledOn",
      recordSurrender: "surrenderedOn insideWindow finding { article message }",
      recordTip: "id status content rewardDue",
      resolveTip: "id status rewardDue case { number }",
      recordIndicator: "id kind status value",
      resolveIndicator: "id status",
      publishWarning: "id title regions publishedAt",
    }[field] ?? "__typename"
  );
}
