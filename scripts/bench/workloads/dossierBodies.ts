import { stripIgnoredCharacters } from "graphql";
import { readOperation } from "../../../schema/operations/readOperation";
import type { NextRequest } from "../load/putUnderLoad";
import type { WorldDocument } from "../../seed/worldModel";

/** Enough for answers that differ, few enough that all of them are recorded or cached while warming up. */
export const FEW_PEOPLE = 200;

/** Request bodies of the dossier of these people, one after the other, from the beginning again at the end. */
export function dossierBodies(documents: readonly WorldDocument[]): () => NextRequest {
  let next = 0;
  return () => ({ body: dossierBody(documents[next++ % documents.length]) });
}

const QUERY = JSON.stringify(stripIgnoredCharacters(readOperation("dossier")));

/** The request body of one person's dossier. */
export function dossierBody(document: WorldDocument | undefined): string {
  return `{"query":${QUERY},"variables":{"document":${JSON.stringify(document)}}}`;
}

/** A whole dossier: the person and no error. Whole answers only are worth a comparison. */
export function isWholeDossier(body: string): boolean {
  return body.includes('"subject":{') && body.includes('"policeCoverage":[{') && !body.includes('"errors"');
}
