import {
  BREAK,
  getNamedType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from "graphql";
import type { UnderstoodOperation } from "../requestContext";
import { rootFields } from "./rootFields";

/** Somebody whom an operation asks for. */
export interface Sought {
  /** Tells one from another: a token, or the number of what is theirs. It goes into names of counters alone. */
  readonly key: string;
  /** Null where only the answer can tell who it is. */
  readonly token: string | null;
  /** Ranges of numbers that theirs stands in, the narrowest first. */
  readonly ranges: readonly string[];
  /** Whether the thing itself is the answer; to an institution it is its own, or not there. */
  readonly findsThing: boolean;
  /** False where they are put among papers and not shown at once. */
  readonly isShown: boolean;
}

/** Where a root field names a thing of somebody's by its number. */
export interface NumberLookUp {
  /** What is named: it is the same thing, whichever field names it. */
  readonly thing: string;
  /** An argument of the field, and where in it the number stands. */
  readonly at: readonly string[];
  /** The number as the register has it, however it was written; throws for what is none. */
  readonly parse: (text: string) => string;
  /** Whether the thing itself is the answer; to an institution it is its own, or not there. */
  readonly findsThing: boolean;
}

/** How whom an operation asks for is found. */
export interface SoughtParts {
  /** The people that a part of an operation's variables names, by token. */
  readonly peopleIn: (operation: UnderstoodOperation, value: unknown) => readonly string[];
  /** A change that answers with one of these shows somebody, or what is theirs. */
  readonly shownTypes: ReadonlySet<string>;
  /** Changes that put whom they name among papers where their caller reads of them later. */
  readonly keepers: ReadonlySet<string>;
  /** By the name of the root field. */
  readonly lookUps: Readonly<Record<string, readonly NumberLookUp[]>>;
}

/** Tells whom operations ask for. */
export interface SoughtFinder {
  /** Each once. Who reports people, and is shown nobody then or later, does not look at them. */
  of(operation: UnderstoodOperation, schema: GraphQLSchema): readonly Sought[];
  /** The keys of those whom one root field asks for, in order. */
  namedBy(operation: UnderstoodOperation, field: FieldNode): string[];
}

/** Numbers that differ in no more than their last two digits are near, and less near with the last three. */
const CUTS: readonly number[] = [2, 3];

/** Finds the people whom operations name by token, and things of people that they name by number. */
export function createSought({ peopleIn, shownTypes, keepers, lookUps }: SoughtParts): SoughtFinder {
  // The same text is the same object.
  const showing = new WeakMap<DocumentNode, boolean>();
  function showsAnybody({ document }: UnderstoodOperation, schema: GraphQLSchema): boolean {
    const known = showing.get(document) ?? reachesAny(document, schema, shownTypes);
    showing.set(document, known);
    return known;
  }
  const numbersAt = (operation: UnderstoodOperation, field: FieldNode): Omit<Sought, "isShown">[] =>
    (lookUps[field.name.value] ?? []).flatMap(lookUp => {
      const number = parsed(lookUp, givenAt(operation, field, lookUp.at));
      if (number === null) return [];
      const keyOf = (text: string): string => `${lookUp.thing} ${text}`;
      const ranges = CUTS.map(cut => keyOf(number.slice(0, -cut)));
      return [{ key: keyOf(number), token: null, ranges, findsThing: lookUp.findsThing }];
    });
  function find(operation: UnderstoodOperation, schema: GraphQLSchema): readonly Sought[] {
    const isShown = operation.operationType === "query" || showsAnybody(operation, schema);
    const fields = rootFields(operation.document);
    if (!isShown && !fields.some(({ name }) => keepers.has(name.value))) return [];
    const people = new Set(peopleIn(operation, operation.variables));
    const named = [...people].map(token => {
      const ranges = operation.rangesOf(token);
      return { key: token, token, ranges, findsThing: false };
    });
    const numbers = fields.flatMap(field => numbersAt(operation, field));
    const distinct = new Map(numbers.map(one => [one.key, one]));
    return [...named, ...distinct.values()].map(one => ({ ...one, isShown }));
  }
  // Charged before it is answered, and held against the answer afterwards: the same operation is the same object.
  const found = new WeakMap<UnderstoodOperation, readonly Sought[]>();
  return {
    of(operation, schema) {
      const known = found.get(operation) ?? find(operation, schema);
      found.set(operation, known);
      return known;
    },
    namedBy: (operation, field) => [
      ...(field.arguments ?? []).flatMap(({ value }) =>
        value.kind === Kind.VARIABLE ? peopleIn(operation, operation.variables[value.name.value]) : [],
      ),
      ...numbersAt(operation, field).map(({ key }) => key),
    ],
  };
}

/** Literals have been hoisted, so an argument that is given is a variable. */
function givenAt(
  { variables }: UnderstoodOperation,
  { arguments: given = [] }: FieldNode,
  [argument, ...rest]: readonly string[],
): unknown {
  const value = given.find(({ name }) => name.value === argument)?.value;
  const whole = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return rest.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null
        ? (part as Readonly<Record<string, unknown>>)[name]
        : undefined,
    whole,
  );
}

/** What is no number finds nothing. */
function parsed({ parse }: NumberLookUp, value: unknown): string | null {
  try {
    return typeof value === "string" ? parse(value) : null;
  } catch {
    return null;
  }
}

function reachesAny(document: DocumentNode, schema: GraphQLSchema, types: ReadonlySet<string>): boolean {
  let isReached = false;
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field() {
        isReached = types.has(getNamedType(typeInfo.getType())?.name ?? "");
        return isReached ? BREAK : undefined;
      },
    }),
  );
  return isReached;
}
