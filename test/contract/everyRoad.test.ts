import { sql } from "kysely";
import { isNonNullType, parse, type GraphQLObjectType } from "graphql";
import { startTestHub, type TestHub } from "../support/hub";
import { readClientSchema } from "./roads/clientSchema";
import { demoClaims } from "./roads/demoClaims";
import { entityProbes } from "./roads/entityProbes";
import { findFaults } from "./roads/judgeAnswer";
import { namesOf } from "./roads/namesOf";
import { questionOf } from "./roads/questionOf";
import { isOpen, roadsOf, stridesFrom, type Road, type Stride } from "./roads/road";
import { FORMS, writeRoad, type Form } from "./roads/roadOperation";
import { watchSubgraphs } from "./roads/watchSubgraphs";
import { USERS } from "./verdicts/verdict";
import { VERDICTS, verdictOf } from "./verdicts/verdictTable";

const schema = readClientSchema();
const QUERY = schema.getQueryType() as GraphQLObjectType;
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

/** Whoever has a key already may be given it back. */
const OF_KEYS = ["PhoneLine.id", "Subject.id"];
/** The record names whose a sanction is that a regulator reads of, who is not told. */
const FOR_THE_RECORD = ["Sanction.subject", "Subject.id"];
const NOTHING = ["[null]", '[{"id":"x"}]'];

const subgraphs = watchSubgraphs();
let hub: TestHub;
let subjectId: string;
/** Of somebody whom the officers' case is not about, so that what a number leads to is there to be refused. */
let numbers: { readonly lineNumber: string; readonly accountNumber: string };

beforeAll(async () => {
  hub = await startTestHub({ watch: subgraphs.watch });
  // An application number is the person's from the first look on.
  for (const user of USERS) await hub.ask(WHO, questionOf(hub, user));
  subjectId = (await hub.ask(WHO, questionOf(hub, "person"))).data?.subject.id as string;
  const stranger = hub.people.sanctioned;
  const held = await hub.ask(NUMBERS, {
    as: "investigator",
    purpose: "CASE",
    reference: stranger.caseNumber ?? "",
    variables: { document: stranger.document },
  });
  const { phoneLines, accounts } = held.data?.subject as Held;
  numbers = { lineNumber: phoneLines.nodes[0]!.number, accountNumber: accounts.nodes[0]!.number };
  // Sanctions reach regulators by their feed alone.
  for (const audience of ["regulator:financial", "regulator:telecom"])
    await sql`insert into police.change (audience, sequence, at, kind, sanction_id)
      select ${audience}, 1000000, now(), 'MEASURE_IN_FORCE', id from police.sanction limit 1`.execute(
      hub.stores.police.db,
    );
  await sql`insert into banking.change (audience, sequence, at, kind, subject_id)
    values ('regulator:telecom', 1000000, now(), 'ACCOUNT_REPORTED', ${subjectId})`.execute(
    hub.stores.banking.db,
  );
});
afterAll(() => hub.close());

describe.each(USERS)("%s", user => {
  async function faultsOn(road: Road, form: Form, asked?: readonly Stride[]): Promise<string[]> {
    const names = { ...namesOf(user, hub.people, subjectId), ...numbers };
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

  test("no subgraph is asked for anything that is denied, and every permitted field was asked for", () => {
    const permitted = roadsOf(user, QUERY).flatMap(road =>
      stridesFrom(road.type)
        .filter(stride => isOpen(user, road, stride))
        .map(({ coordinate }) => coordinate),
    );
    const asked = [...subgraphs.asked(user)].filter(
      coordinate =>
        VERDICTS.has(coordinate) && (permitted.includes(coordinate) || !FOR_THE_RECORD.includes(coordinate)),
    );
    expect(asked.sort()).toEqual([...new Set(permitted)].sort());
  });

  test("is refused by each subgraph itself, asked for an entity by its key", async () => {
    const claims = demoClaims(questionOf(hub, user), subjectId);
    const faults: string[] = [];
    for (const { subgraph, coordinate, text, representation } of entityProbes()) {
      const isDenied = verdictOf(user, coordinate) === "-";
      const { data, errors } = await subgraphs.send(subgraph, parse(text), { r: [representation] }, claims);
      const isRefused = errors?.[0]?.extensions["code"] === "FORBIDDEN" && !data;
      // Where the road to it is closed and nothing else: the row is absent, or its key comes back as it was given.
      const isNothing = NOTHING.includes(JSON.stringify(data?.["_entities"]));
      if (isDenied && !isRefused && !(isNothing && OF_KEYS.includes(coordinate)))
        faults.push(`${subgraph} tells ${coordinate}`);
      if (!isDenied && isRefused) faults.push(`${subgraph} refuses ${coordinate}`);
    }
    expect(faults).toEqual([]);
  });
});
