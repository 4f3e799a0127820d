import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { HubError } from "../../schema/contract/errors";
import type { DeclaredVariable } from "./coerceVariables";
import type { InputProblem } from "./inputProblem";

type InputObject = Readonly<Record<string, unknown>>;

/** How values that name a person are made into tokens. */
export interface DocumentTokenising {
  /** The input type that names a person. */
  readonly inputType: string;
  /** Its field for the token, which clients do not see. */
  readonly tokenField: string;
  /** Its field that holds the number. */
  readonly numberField: string;
  /** The entity whose only key is the token, known without asking; nothing said: none. */
  readonly entity?: { readonly type: string; readonly keyField: string };
  /** Throws a HubError where a value names nobody. */
  tokenise(value: InputObject): TokenisedDocument;
}

/** One value that names a person. */
interface TokenisedDocument {
  readonly value: InputObject;
  readonly token: string;
  /** Names of the ranges that its number stands in, which tell nobody the number; the narrowest first. */
  readonly ranges?: readonly string[];
}

/** The variables of an operation, its documents parsed and tokenised. */
export interface TokenisedVariables {
  /** Normalised, numbers kept: for whoever decides. */
  readonly variables: Record<string, unknown>;
  /** What subgraphs get in place of the variables that hold documents. */
  readonly subgraphVariables: ReadonlyMap<string, unknown>;
  /** Each once, in the order in which they stand. */
  readonly tokens: readonly string[];
  /** Tokens of the documents in a part of `variables`. */
  readonly tokensIn: (value: unknown) => readonly string[];
  /** By token: see `TokenisedDocument`. */
  readonly rangesOf: (token: string) => readonly string[];
  readonly problems: readonly InputProblem[];
}

/** Finds documents in variables by type, however deep they stand. */
export interface DocumentTokeniser {
  tokenise(
    declared: readonly DeclaredVariable[],
    variables: Record<string, unknown>,
    operationType: string,
  ): TokenisedVariables;
}

/** A look at more people than this is screening, not a question. Reports may name as many as their batch holds. */
const MAX_PEOPLE_LOOKED_AT = 1_000;
/** A thousand misspelt documents are answered with as many errors as one reads. */
const MAX_PROBLEMS = 10;

const TOO_MANY_PEOPLE = new HubError(
  "LIMIT_EXCEEDED",
  `At most ${MAX_PEOPLE_LOOKED_AT} documents can be asked for at once.`,
);

interface Walk {
  readonly tokenising: DocumentTokenising;
  readonly keepNumbers: boolean;
  readonly tokenOf: Map<object, string>;
  readonly ranges: Map<string, readonly string[]>;
  readonly problems: InputProblem[];
}

type Place = Omit<InputProblem, "error">;

/** A value in its two forms. */
interface Forms {
  readonly ours: unknown;
  readonly subgraphs: unknown;
}

/** Tokenises documents of the given input type; a schema without it has none. */
export function createDocumentTokeniser(
  schema: GraphQLSchema,
  tokenising: DocumentTokenising | null,
): DocumentTokeniser {
  const holders = tokenising === null ? new Set<string>() : findHolders(schema, tokenising.inputType);
  return {
    tokenise(declared, variables, operationType) {
      const holding = declared.filter(({ type }) => holders.has(getNamedType(type).name));
      if (tokenising === null || holding.length === 0) return untouched(variables);
      const walk: Walk = {
        tokenising,
        keepNumbers: operationType === "mutation",
        tokenOf: new Map(),
        ranges: new Map(),
        problems: [],
      };
      const ours = { ...variables };
      const subgraphVariables = new Map<string, unknown>();
      for (const { name, type } of holding) {
        if (!Object.hasOwn(variables, name)) continue;
        const forms = walkValue(walk, holders, type, variables[name], { variable: name, place: [] });
        ours[name] = forms.ours;
        subgraphVariables.set(name, forms.subgraphs);
      }
      const { tokenOf, ranges, problems } = walk;
      return {
        variables: ours,
        subgraphVariables,
        tokens: [...new Set(tokenOf.values())],
        tokensIn: value => collectTokens(tokenOf, value),
        rangesOf: token => ranges.get(token) ?? [],
        problems,
      };
    },
  };
}

function untouched(variables: Record<string, unknown>): TokenisedVariables {
  return {
    variables,
    subgraphVariables: new Map(),
    tokens: [],
    tokensIn: () => [],
    rangesOf: () => [],
    problems: [],
  };
}

/** The input type itself and every one that has it somewhere inside. */
function findHolders(schema: GraphQLSchema, inputType: string): Set<string> {
  const holders = new Set([inputType]);
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  for (let before = 0; before !== holders.size;) {
    before = holders.size;
    for (const input of inputs) {
      const fields = Object.values(input.getFields());
      if (fields.some(field => holders.has(getNamedType(field.type).name))) holders.add(input.name);
    }
  }
  return holders;
}

function walkValue(
  walk: Walk,
  holders: ReadonlySet<string>,
  type: GraphQLInputType,
  value: unknown,
  at: Place,
): Forms {
  if (value === null || value === undefined) return { ours: value, subgraphs: value };
  if (isNonNullType(type)) return walkValue(walk, holders, type.ofType, value, at);
  if (isListType(type)) {
    const forms = (value as unknown[]).map((item, index) =>
      walkValue(walk, holders, type.ofType, item, inside(at, index)),
    );
    return { ours: forms.map(form => form.ours), subgraphs: forms.map(form => form.subgraphs) };
  }
  if (!isInputObjectType(type) || !holders.has(type.name)) return { ours: value, subgraphs: value };
  if (type.name === walk.tokenising.inputType) return tokeniseOne(walk, value as InputObject, at);
  const forms = Object.entries(value as InputObject).map(([name, inner]): [string, Forms] => {
    const field = type.getFields()[name];
    return [
      name,
      field === undefined
        ? { ours: inner, subgraphs: inner }
        : walkValue(walk, holders, field.type, inner, inside(at, name)),
    ];
  });
  return {
    ours: Object.fromEntries(forms.map(([name, form]) => [name, form.ours])),
    subgraphs: Object.fromEntries(forms.map(([name, form]) => [name, form.subgraphs])),
  };
}

function tokeniseOne(walk: Walk, document: InputObject, at: Place): Forms {
  const { tokenising, problems, keepNumbers } = walk;
  if (!keepNumbers && walk.tokenOf.size >= MAX_PEOPLE_LOOKED_AT) {
    if (!problems.some(({ error }) => error === TOO_MANY_PEOPLE))
      problems.push({ ...at, error: TOO_MANY_PEOPLE });
    return { ours: null, subgraphs: null };
  }
  try {
    const { value, token, ranges } = tokenising.tokenise(document);
    const ours = { ...value };
    walk.tokenOf.set(ours, token);
    if (ranges !== undefined) walk.ranges.set(token, ranges);
    const blanked = keepNumbers ? {} : { [tokenising.numberField]: "" };
    return { ours, subgraphs: { ...value, ...blanked, [tokenising.tokenField]: token } };
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    // One misspelt document in a report of thousands: without a token it names nobody, and its item alone is rejected.
    if (keepNumbers && standsInListItem(at)) return { ours: document, subgraphs: document };
    if (problems.length < MAX_PROBLEMS) problems.push({ ...at, error });
    return { ours: null, subgraphs: null };
  }
}

/** Whether a document is a field of one of many items: a list of documents itself stands or falls as a whole. */
function standsInListItem({ place }: Place): boolean {
  return place.slice(0, -1).some(step => typeof step === "number") && typeof place.at(-1) === "string";
}

function inside({ variable, place }: Place, step: string | number): Place {
  return { variable, place: [...place, step] };
}

function collectTokens(tokenOf: ReadonlyMap<object, string>, value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const token = tokenOf.get(value);
  if (token !== undefined) return [token];
  return Object.values(value).flatMap(inner => collectTokens(tokenOf, inner));
}
