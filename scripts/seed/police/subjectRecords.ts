import type { SubjectRecord } from "../../../subgraphs/police/store/subjectStore";
import type { WorldChunk, WorldDocument } from "../worldModel";
import type { PoliceNaming } from "./policeNaming";

/** Only the people and units of whom the police hold something: all others are none of their business. */
export function subjectRecords(chunk: WorldChunk, naming: PoliceNaming): SubjectRecord[] {
  const names = new Map(chunk.subjects.map(({ document, name }) => [keyOf(document), name]));
  const held = new Map(heldDocuments(chunk).map(document => [keyOf(document), document]));
  return [...held].map(([key, document]) => ({
    id: naming.tokenOf(document),
    document: naming.identityOf(document),
    name: names.get(key) ?? null,
  }));
}

function heldDocuments({ cases, sanctions, visits }: WorldChunk): WorldDocument[] {
  return [
    ...cases.flatMap(one => one.involvements.flatMap(({ subject }) => (subject === null ? [] : [subject]))),
    ...cases.flatMap(one => one.surrenders.map(({ subject }) => subject)),
    ...sanctions.map(({ subject }) => subject),
    ...visits.map(({ subject }) => subject),
  ];
}

function keyOf({ type, issuingCountry, number }: WorldDocument): string {
  return `${type}|${issuingCountry ?? ""}|${number}`;
}
