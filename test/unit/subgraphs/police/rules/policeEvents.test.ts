import { policeEventSchema, type PoliceEvent } from "../../../../../schema/contract/policeEvents";
import { audiencesOf } from "../../../../../subgraphs/police/rules/audiencesOf";

const measure = (kind: "SUSPEND_NON_COUNTER" | "NO_NEW_LINE", sector: "BANKING" | "TELECOM") => ({
  kind,
  sector,
  startsOn: "2024-02-29",
  endsOn: "2029-02-28",
});
const inForce: PoliceEvent = {
  kind: "MEASURE_IN_FORCE",
  causeKind: "SANCTION",
  causeId: "00000000-0000-4000-8000-000000000601",
  caseNumber: "A110199-2026-001",
  subjectId: "1token",
  isHolderNamed: false,
  accountId: null,
  institution: null,
  lineId: null,
  measures: [measure("SUSPEND_NON_COUNTER", "BANKING")],
  article: "N20-5",
  ruleVersion: "NOTICE_2020",
  startsAt: null,
  endsAt: null,
  holderMark: null,
};
const decided: PoliceEvent = {
  kind: "OBJECTION_DECIDED",
  objectionId: "o",
  target: "ORDER",
  targetId: "t",
  subjectId: null,
  confirmed: true,
};

describe("a police event", () => {
  it.each([
    ["without its cause", { ...inForce, causeId: undefined }],
    ["of a kind that nobody knows", { ...inForce, kind: "MEASURE_SOMEHOW" }],
    ["with a day that is none", { ...inForce, measures: [{ ...inForce.measures[0], endsOn: "2029-02-29" }] }],
    ["of a decision that says neither yes nor no", { ...decided, confirmed: undefined }],
  ])("%s is refused by whoever reads it", (_what, event) => {
    expect(policeEventSchema.safeParse(event).success).toBe(false);
  });

  it("reads back as it was written", () => {
    expect(policeEventSchema.parse(JSON.parse(JSON.stringify(inForce)))).toEqual(inForce);
    expect(policeEventSchema.parse(JSON.parse(JSON.stringify(decided)))).toEqual(decided);
  });

  it("reaches the sectors of its measures, and an objection both", () => {
    expect(audiencesOf(inForce)).toEqual(["police", "subgraph:banking", "regulator:financial"]);
    const telecom = { ...inForce, measures: [measure("NO_NEW_LINE", "TELECOM")] };
    expect(audiencesOf(telecom)).toEqual(["police", "subgraph:telecom", "regulator:telecom"]);
    const both = { ...inForce, measures: [...inForce.measures, ...telecom.measures] };
    expect(audiencesOf(both)).toEqual(expect.arrayContaining(["subgraph:banking", "subgraph:telecom"]));
    expect(audiencesOf(decided)).toEqual(expect.arrayContaining(["subgraph:banking", "subgraph:telecom"]));
  });

  it("of an objection to anything but a sanction reaches no regulator", () => {
    const subgraphs = ["police", "subgraph:banking", "subgraph:telecom"];
    expect(audiencesOf({ ...decided, target: "SANCTION" })).toEqual(
      expect.arrayContaining([...subgraphs, "regulator:financial", "regulator:telecom"]),
    );
    for (const target of ["INVOLVEMENT", "STOP_PAYMENT", "ORDER", "BLACKLIST_ENTRY", "DATA_ERROR"] as const)
      expect(audiencesOf({ ...decided, target })).toEqual(subgraphs);
  });

  it("between the police and one institution is in no feed that people read", () => {
    const notice: PoliceEvent = { kind: "POLICE_NOTICE", involvementId: "i", caseNumber: "c", lineId: "l" };
    expect(audiencesOf(notice)).toEqual(["subgraph:telecom"]);
    const withdrawn = {
      kind: "INVOLVEMENT_WITHDRAWN",
      involvementId: "i",
      lineId: "l",
      withdrawnBy: "o",
    } as const;
    expect(audiencesOf(withdrawn)).toEqual(["subgraph:telecom"]);
  });

  it("that looks may be known is in no feed that people read", () => {
    const until = "2026-11-24T04:00:00.000Z";
    const event: PoliceEvent = { kind: "LOOKUPS_RELEASED", caseNumber: "c", subjectIds: ["s"], until };
    expect(audiencesOf(event)).toEqual(["subgraph:audit"]);
  });
});
