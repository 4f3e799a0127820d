import type { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import { createAnswerShape, type AnswerField, type AnswerFields, type AnswerShape } from "./answerShape";
import { askForIdentity, type IdentityCheck, type SubgraphKeys } from "./askForIdentity";
import { SubgraphFailure } from "./subgraphFailure";
import type { SubgraphRequest, SubgraphTransport } from "./subgraphTransport";

type Data = Record<string, unknown>;

interface CheckedFetch {
  readonly identity: IdentityCheck;
  readonly shape: AnswerShape;
}

/**
 * Lets through only answers that have the form of their question: as many entities as were asked for, each the
 * one that was asked for, lists where lists belong, and nothing else. Whatever fails here is never merged and
 * never cached.
 */
export function checkAnswers(
  transport: SubgraphTransport,
  schema: GraphQLSchema,
  keys: SubgraphKeys,
): SubgraphTransport {
  const known = new WeakMap<DocumentNode, CheckedFetch>();
  const prepare = (request: SubgraphRequest): CheckedFetch => {
    const before = known.get(request.document);
    if (before !== undefined) return before;
    const identity = askForIdentity(request.subgraph, request.document, request.source, keys);
    const prepared = { identity, shape: createAnswerShape(schema, identity.document) };
    known.set(request.document, prepared);
    return prepared;
  };
  return {
    async send(request) {
      const { identity, shape } = prepare(request);
      const { document, source } = identity;
      const answer: unknown = await transport.send({ ...request, document, source });
      requireAnswer(answer, request, shape);
      checkEntities(answer, request, shape, identity);
      return answer;
    },
    close: async () => transport.close?.(),
  };
}

function requireAnswer(
  answer: unknown,
  request: SubgraphRequest,
  shape: AnswerShape,
): asserts answer is ExecutionResult<Data> {
  const refuse = (detail: string) => new SubgraphFailure(request.subgraph, "WRONG_SHAPE", detail);
  if (!isObject(answer)) throw refuse("the answer is no object");
  const { data, errors } = answer;
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isError)))
    throw refuse("errors is no list of errors");
  if (data === undefined || data === null) {
    if (!Array.isArray(errors) || errors.length === 0) throw refuse("neither data nor errors");
    return;
  }
  if (!isObject(data)) throw refuse("data is no object");
  const wrong = findWrongField(data, shape.root);
  if (wrong !== null) throw refuse(`the value of ${wrong}`);
}

function isError(error: unknown): boolean {
  return isObject(error) && typeof error["message"] === "string" && isPath(error["path"]);
}

function isPath(path: unknown): boolean {
  const isStep = (step: unknown): boolean => typeof step === "string" || Number.isSafeInteger(step);
  return path === undefined || path === null || (Array.isArray(path) && path.every(isStep));
}

/** The name of the first field whose value does not have the form that was asked for. */
function findWrongField(object: Data, fields: AnswerFields): string | null {
  for (const name of Object.keys(object)) {
    const field = fields.get(name);
    if (field === undefined || !fitsField(object[name], field, field.listDepth)) return name;
  }
  return null;
}

function fitsField(value: unknown, field: AnswerField, listDepth: number): boolean {
  if (value === null || value === undefined) return true;
  if (listDepth > 0)
    return Array.isArray(value) && value.every(item => fitsField(item, field, listDepth - 1));
  if (field.children === null) return field.isLeafValue(value);
  return isObject(value) && findWrongField(value, field.children) === null;
}

function checkEntities(
  { data }: ExecutionResult<Data>,
  request: SubgraphRequest,
  { entities }: AnswerShape,
  identity: IdentityCheck,
): void {
  if (entities === null || data === undefined || data === null) return;
  const received = (data[entities] ?? null) as readonly (Data | null)[] | null;
  if (received === null) return;
  const asked = request.variables["representations"] as readonly Data[];
  if (received.length !== asked.length) {
    const detail = `${received.length} entities for ${asked.length} asked for`;
    throw new SubgraphFailure(request.subgraph, "WRONG_SHAPE", detail);
  }
  received.forEach((entity, index) => {
    const wrong = entity === null ? null : identity.findMismatch(asked[index] ?? {}, entity);
    if (wrong !== null)
      throw new SubgraphFailure(request.subgraph, "WRONG_ENTITY", `another ${wrong} than was asked for`);
  });
}

function isObject(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
