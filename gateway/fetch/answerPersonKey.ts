import {
  getNamedType,
  isListType,
  Kind,
  getNullableType,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type GraphQLType,
} from "graphql";
import type { QueryPlan } from "../queryPlan";
import type { JsonObject } from "./json";
import { planFetches } from "./plan/planFetches";
import { plainFields } from "./plainFields";
import type { SubgraphRequest } from "./subgraphTransport";
import { responseName } from "../responseName";

/** How a person is asked for by token, and the entity that is answered. */
export interface PersonEntity {
  /** The input type that names a person. */
  readonly inputType: string;
  /** Its field for the token. */
  readonly tokenField: string;
  /** The entity whose only key is the token; nothing said: none. */
  readonly entity?: { readonly type: string; readonly keyField: string };
}

type Entity = NonNullable<PersonEntity["entity"]>;

/** Answers a fetch that asks for no more than persons' keys; null where the subgraph has to be asked. */
export type AnswerPersonKey = (request: SubgraphRequest, plan: QueryPlan) => JsonObject | null;

/** One root field: what it is answered under, which variable names the person, what of the key is asked for. */
interface KeyQuestion {
  readonly name: string;
  readonly variable: string;
  readonly typenames: readonly string[];
  readonly keys: readonly string[];
}

/**
 * Planners begin with a fetch of a person's key wherever the next one needs it, and the key is the token that the
 * gateway has made itself: asking for it costs a road there and back, and the answer is lost where that one subgraph
 * is silent. Only beside other fetches, so that an answer never comes without anybody having given it; and not for
 * persons, whom every subgraph shows themselves alone.
 */
export function createAnswerPersonKey(schema: GraphQLSchema, person: PersonEntity | null): AnswerPersonKey {
  const entity = person?.entity;
  if (person === null || entity === undefined) return () => null;
  const known = new WeakMap<DocumentNode, readonly KeyQuestion[] | "ASK">();
  const read = (document: DocumentNode): readonly KeyQuestion[] | "ASK" => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const questions = readQuestions(schema, document, person.inputType, entity) ?? "ASK";
    known.set(document, questions);
    return questions;
  };
  return ({ document, operationType, variables, claims }, plan) => {
    const { view, caller } = claims;
    if (operationType !== "query" || view === "none" || caller.person !== null) return null;
    const questions = read(document);
    if (questions === "ASK" || planFetches(plan).length < 2) return null;
    const data: JsonObject = {};
    for (const { name, variable, typenames, keys } of questions) {
      const token = (variables[variable] as JsonObject | null | undefined)?.[person.tokenField];
      if (typeof token !== "string") return null;
      data[name] = Object.fromEntries([
        ...typenames.map(typename => [typename, entity.type]),
        ...keys.map(key => [key, token]),
      ]) as JsonObject;
    }
    return data;
  };
}

function readQuestions(
  schema: GraphQLSchema,
  document: DocumentNode,
  inputType: string,
  entity: Entity,
): readonly KeyQuestion[] | null {
  const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
  const questions = (operation?.selectionSet.selections ?? []).map(selection =>
    selection.kind === Kind.FIELD ? readQuestion(schema, selection, inputType, entity) : null,
  );
  return questions.every(one => one !== null) ? questions : null;
}

function readQuestion(
  schema: GraphQLSchema,
  field: FieldNode,
  inputType: string,
  entity: Entity,
): KeyQuestion | null {
  const definition = schema.getQueryType()?.getFields()[field.name.value];
  const [argument] = field.arguments ?? [];
  const [declared] = definition?.args ?? [];
  if (definition === undefined || declared === undefined || argument?.value.kind !== Kind.VARIABLE)
    return null;
  const isOnePerson =
    definition.args.length === 1 &&
    isOne(declared.type, inputType) &&
    isOne(definition.type, entity.type) &&
    (field.directives ?? []).length === 0;
  if (!isOnePerson) return null;
  const asked = plainFields(field);
  const typenames = asked.filter(one => one.name.value === "__typename").map(responseName);
  const keys = asked.filter(one => one.name.value === entity.keyField).map(responseName);
  if (typenames.length + keys.length !== field.selectionSet?.selections.length) return null;
  return {
    name: responseName(field),
    variable: argument.value.name.value,
    typenames,
    keys,
  };
}

/** Neither a list nor anything else than this type. */
function isOne(type: GraphQLType, name: string): boolean {
  return !isListType(getNullableType(type)) && getNamedType(type).name === name;
}
