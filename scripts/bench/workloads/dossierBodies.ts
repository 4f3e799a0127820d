import { stripIgnoredCharacters } from "graphql";
import { readOperation } from "../../../schema/operations/readOperation";
import type { WorldDocument } from "../../seed/worldModel";

/** Request bodies of the dossier of these people, one after the other, from the beginning again at the end. */
export function dossierBodies(documents: readonly WorldDocument[]): () => string {
  const query = JSON.stringify(stripIgnoredCharacters(readOperation("dossier")));
  let next = 0;
  return () => {
    const document = documents[next++ % documents.length];
    return `{"query":${query},"variables":{"document":${JSON.stringify(document)}}}`;
  };
}

/** A whole dossier: the person and no error. Whole answers only are worth a comparison. */
export function isWholeDossier(body: string): boolean {
  return body.includes('"policeCoverage"') && !body.includes('"errors"');
}
