import { parse, print, stripIgnoredCharacters, visit } from "graphql";
import { readOperation } from "../../../schema/operations/readOperation";
import type { NextRequest } from "../load/putUnderLoad";
import type { WorldDocument } from "../../seed/worldModel";

/**
 * Few enough that all of them are recorded while warming up, and so many that nobody is asked for twice
 * within the five seconds for which a yes about the purpose is remembered (`YES_LIFETIME_MS`), up to 600 dossiers/s.
 */
export const RECORDED_PEOPLE = 3_000;

/**
 * Request bodies of the dossier of these people, one after the other, from the beginning again at the end; who has to
 * know is told of the second time.
 */
export function dossierBodies(
  documents: readonly WorldDocument[],
  onAgain: () => void = () => undefined,
): () => NextRequest {
  let next = 0;
  return () => {
    if (next === documents.length) onAgain();
    return { body: dossierBody(documents[next++ % documents.length]) };
  };
}

/** Of a dossier these may be kept for a while (`@cacheHint`); decisions stand on everything else. */
export const MAY_BE_KEPT: ReadonlySet<string> = new Set(["phoneLines", "accounts"]);

const DOSSIER = readOperation("dossier");
const QUERY = inJson(DOSSIER);
const NEVER_KEPT = inJson(
  print(visit(parse(DOSSIER), { Field: ({ name }) => (MAY_BE_KEPT.has(name.value) ? null : undefined) })),
);

/** The request body of one person's dossier. */
export function dossierBody(document: WorldDocument | undefined): string {
  return bodyOf(QUERY, document);
}

/** The same without what may be kept: what is left for the subgraphs if a cache had everything at all times. */
export function neverKeptBody(document: WorldDocument | undefined): string {
  return bodyOf(NEVER_KEPT, document);
}

function inJson(query: string): string {
  return JSON.stringify(stripIgnoredCharacters(query));
}

function bodyOf(query: string, document: WorldDocument | undefined): string {
  return `{"query":${query},"variables":{"document":${JSON.stringify(document)}}}`;
}

/** A whole dossier: the person and no error. Whole answers only are worth a comparison. */
export function isWholeDossier(body: string): boolean {
  return body.includes('"subject":{') && body.includes('"policeCoverage":[{') && !body.includes('"errors"');
}
