import { isNonNullType, type GraphQLObjectType } from "graphql";
import { sql } from "kysely";
import type { Database } from "../../../schema/database/openDatabase";
import type { SeparateHub } from "../../support/separateHub";
import { USERS, type User } from "../verdicts/verdict";
import { readClientSchema } from "./clientSchema";
import { findFaults } from "./judgeAnswer";
import { namesOf } from "./namesOf";
import { questionOf } from "./questionOf";
import { isOpen, roadsOf, stridesFrom, type Road, type Stride } from "./road";
import { FORMS, writeRoad, type Form } from "./roadOperation";

/** A hub, in one process or apart. */
type RoadHub = Pick<SeparateHub, "ask" | "people">;

/** What roads lead to that is not named beforehand. */
export interface RoadEnds {
  readonly subjectId: string;
  /** Of somebody whom the officers' case is not about, so that what a number leads to is there to be refused. */
  readonly numbers: { readonly lineNumber: string; readonly accountNumber: string };
}

export const QUERY = readClientSchema().getQueryType() as GraphQLObjectType;
const ROOT: Road = { strides: [], type: QUERY };
/** So many root fields at once. */
const ROOT_FIELDS = 10;
const WHO = `query ($document: IdentityDocumentInput!) { subject(document: $document) { id } }`;

const NUMBERS = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  phoneLines(first: 1) { nodes { number } } accounts(first: 1) { nodes { number } } } }`;
interface Held {
  readonly phoneLines: { readonly nodes: readonly { readonly number: string }[] };
  readonly accounts: { readonly nodes: readonly { readonly number: string }[] };
}

/** Puts at the end of each road what a small hub has not by itself. */
export async function fillRoads(
  hub: RoadHub,
  { police, banking }: Readonly<Record<"police" | "banking", Database>>,
): Promise<RoadEnds> {
  // An application number is the person's from the first look on.
  for (const user of USERS) await hub.ask(WHO, questionOf(hub, user));
  const subjectId = (await hub.ask(WHO, questionOf(hub, "investigator"))).data?.subject.id as string;
  const stranger = hub.people.sanctioned;
  const held = await hub.ask(NUMBERS, {
    as: "investigator",
    purpose: "CASE",
    reference: stranger.caseNumber ?? "",
    variables: { document: stranger.document },
  });
  const { phoneLines, accounts } = held.data?.subject as Held;
  // Sanctions reach regulators by their feed alone.
  for (const audience of ["regulator:financial", "regulator:telecom"])
    await sql`insert into police.change (audience, sequence, at, kind, sanction_id)
      select ${audience}, 1000000, now(), 'MEASURE_IN_FORCE', id from police.sanction limit 1`.execute(
      police.db,
    );
  await sql`insert into banking.change (audience, sequence, at, kind, subject_id)
    values ('regulator:telecom', 1000000, now(), 'ACCOUNT_REPORTED', ${subjectId})`.execute(banking.db);
  return {
    subjectId,
    numbers: { lineNumber: phoneLines.nodes[0]!.number, accountNumber: accounts.nodes[0]!.number },
  };
}

/** Tests that a user is told what the verdicts permit and refused the rest, wherever a question may lead. */
export function testEveryRoad(
  user: User,
  given: () => { readonly hub: RoadHub; readonly ends: RoadEnds },
): void {
  async function faultsOn(road: Road, form: Form, asked?: readonly Stride[]): Promise<string[]> {
    const { hub, ends } = given();
    const names = { ...namesOf(user, hub.people, ends.subjectId), ...ends.numbers };
    const { text, places } = writeRoad(user, road, {
      form,
      names,
      ...(asked === undefined ? {} : { asked }),
    });
    const answer = await hub.ask(text, questionOf(hub, user));
    return findFaults(answer, places).map(fault => `${form} ${fault}`);
  }

  test("is told and refused at every root field what the verdicts say", async () => {
    const fields = stridesFrom(QUERY);
    const faults: string[] = [];
    for (let from = 0; from < fields.length; from += ROOT_FIELDS) {
      const form = FORMS[(from / ROOT_FIELDS) % FORMS.length]!;
      faults.push(...(await faultsOn(ROOT, form, fields.slice(from, from + ROOT_FIELDS))));
    }
    expect(faults).toEqual([]);
  });

  test("is told and refused on every road what the verdicts say", async () => {
    const faults: string[] = [];
    const [, ...roads] = roadsOf(user, QUERY);
    for (const [turn, road] of roads.entries()) {
      const form = FORMS[turn % FORMS.length]!;
      faults.push(...(await faultsOn(road, form)));
      const strides = stridesFrom(road.type);
      const open = strides.filter(stride => isOpen(user, road, stride));
      // What is denied and cannot be null takes the others with it: they are asked for without it too.
      if (strides.some(one => !open.includes(one) && isNonNullType(one.field.type)) && open.length > 0)
        faults.push(...(await faultsOn(road, form, open)));
    }
    expect(faults).toEqual([]);
  });
}
