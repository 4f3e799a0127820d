import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import type { AnsweredOperation } from "../requestContext";
import type { SoughtFinder } from "./createSought";
import { holdsNothing } from "./holdsNothing";
import { rootFields } from "./rootFields";
import { responseName } from "../responseName";

/** Where in the answers to an operation it stands what is held of people: response names, lists gone through. */
export type FindHoldings = (document: DocumentNode, schema: GraphQLSchema) => readonly (readonly string[])[];

/** Codes of a register that could not tell; what a caller has asked wrongly is theirs to put right. */
const UNTOLD: ReadonlySet<unknown> = new Set(["INTERNAL", "SUBGRAPH_UNAVAILABLE"]);

/**
 * The people who were asked for and of whom nothing was found. An answer that is not whole says nothing of that:
 * neither where somebody did not answer, nor where something was denied that would have told. A mistake elsewhere in
 * the operation hides no miss.
 */
export function findMisses(
  { operation, document, schema, clientPath, sources, result }: AnsweredOperation,
  findHoldings: FindHoldings,
  namedBy: SoughtFinder["namedBy"],
): string[] {
  const errors = result.errors ?? [];
  const isWhole = errors.every(isPlaced) && !Object.values(sources).includes("NOT_ANSWERED");
  if (document === null || !isWhole || operation.operationType !== "query") return [];
  const holdings = findHoldings(document, schema).map(clientPath);
  return rootFields(document).flatMap(field => {
    const [name = ""] = clientPath([responseName(field)]);
    const paths = holdings.filter(([first]) => first === name).map(([, ...rest]) => rest);
    const people = paths.length === 0 ? [] : namedBy(operation, field);
    const held = result.data?.[name];
    const isMiss = (value: unknown, index: number | null): boolean => {
      const told = paths.filter(path => !errors.some(error => isOnRoad(error, name, index, path)));
      return told.length > 0 && told.every(path => holdsNothingAt(value, path));
    };
    // A list of people is answered in their order.
    if (Array.isArray(held) && held.length === people.length)
      return people.filter((_, index) => isMiss(held[index], index));
    return isMiss(held, null) ? people : [];
  });
}

function isPlaced({ path, extensions: { code } }: GraphQLError): boolean {
  return !UNTOLD.has(code) && (path !== undefined || code === "FORBIDDEN");
}

/** Whether an error stands on the way to what would have told of a person, or below it. */
function isOnRoad(
  { path = [] }: GraphQLError,
  name: string,
  index: number | null,
  road: readonly string[],
): boolean {
  const [first, ...rest] = path;
  const isOfAnother = index !== null && typeof rest[0] === "number" && rest[0] !== index;
  if (first !== name || isOfAnother) return false;
  return rest
    .filter(step => typeof step === "string")
    .slice(0, road.length)
    .every((step, at) => step === road[at]);
}

function holdsNothingAt(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined || typeof value !== "object" || value === null) return holdsNothing(value);
  if (Array.isArray(value)) return value.every(item => holdsNothingAt(item, [step, ...rest]));
  return holdsNothingAt((value as Readonly<Record<string, unknown>>)[step], rest);
}
