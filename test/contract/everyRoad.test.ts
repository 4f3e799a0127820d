import { parse } from "graphql";
import { startTestHub, type TestHub } from "../support/hub";
import { demoClaims } from "./roads/demoClaims";
import { entityProbes } from "./roads/entityProbes";
import { fillRoads, QUERY, testEveryRoad, type RoadEnds } from "./roads/everyRoad";
import { questionOf } from "./roads/questionOf";
import { isOpen, roadsOf, stridesFrom } from "./roads/road";
import { watchSubgraphs } from "./roads/watchSubgraphs";
import { USERS } from "./verdicts/verdict";
import { VERDICTS, verdictOf } from "./verdicts/verdictTable";

/** Whoever has a key already may be given it back. */
const OF_KEYS = ["PhoneLine.id", "Subject.id"];
/** The record names whose a sanction is that a regulator reads of, who is not told. */
const FOR_THE_RECORD = ["Sanction.subject", "Subject.id"];
const NOTHING = ["[null]", '[{"id":"x"}]'];

const subgraphs = watchSubgraphs();
let hub: TestHub;
let ends: RoadEnds;

beforeAll(async () => {
  hub = await startTestHub({ watch: subgraphs.watch });
  ends = await fillRoads(hub, hub.stores);
});
afterAll(() => hub.close());

describe.each(USERS)("%s", user => {
  testEveryRoad(user, () => ({ hub, ends }));

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
    const claims = demoClaims(questionOf(hub, user), ends.subjectId);
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
