import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { canCarry, readFieldArguments, type ReadVariables } from "./argumentReader";
import type { FieldRules, GuardingPolicy, Rule } from "./fieldRules";
import type { DenialCode, PolicyQuestion, Variables } from "./policies/policy";
import type { Road, StepLimit } from "./stepLimit";

/** What has been found out for one request; the walk asks for nothing else. */
export interface Answers {
  /** By question, null where granted. A question that nobody decided is refused; before the asking all are granted. */
  readonly decisions: ReadonlyMap<string, DenialCode | null> | "PENDING";
  readonly depths: ReadonlyMap<string, number>;
  readonly allowedSteps: number;
}

/** How many steps a field takes at once, to be read from the variables of a request. */
export interface DepthQuestion {
  readonly id: string;
  read(variables: Variables): number;
}

/** Everything that a judgement of an operation depends on beside the scopes. */
export interface JudgeOptions {
  readonly schema: GraphQLSchema;
  readonly rules: FieldRules;
  readonly steps: StepLimit;
  readonly readVariables: ReadVariables;
  readonly operation: "query" | "mutation";
  /** The input type by which people are named, if the schema has one. */
  readonly documentType: string | null;
  readonly answers: Answers;
}

/** A field at one place: where its road leads, or why it is denied. */
export type Judgement = { readonly road: Road } | { readonly denied: DenialCode };

/** Judges the places of one operation, and gathers what remains to be asked. */
export interface PlaceJudge {
  readonly questions: ReadonlyMap<string, PolicyQuestion>;
  readonly depths: ReadonlyMap<string, DepthQuestion>;
  /** Whether a field was denied only for going too far from the first person. */
  readonly exceedsSteps: boolean;
  judgeField(
    type: GraphQLObjectType,
    field: AnyField,
    node: FieldNode,
    path: readonly string[],
    road: Road,
  ): Judgement;
  judgeObject(type: GraphQLObjectType, path: readonly string[]): DenialCode | null;
}

export type AnyField = GraphQLField<unknown, unknown>;

interface Asked {
  readonly field: AnyField;
  readonly node: FieldNode;
}

/** Judges one walk over an operation; made anew for each walk. */
export function createPlaceJudge(options: JudgeOptions): PlaceJudge {
  const { rules, steps, answers, readVariables } = options;
  const questions = new Map<string, PolicyQuestion>();
  const depths = new Map<string, DepthQuestion>();
  let exceedsSteps = false;

  const ask = (guard: GuardingPolicy, path: readonly string[], asked: Asked | null): DenialCode | null => {
    const id = `${path.join(".")}|${guard.coordinate}|${guard.written}`;
    if (!questions.has(id)) questions.set(id, createQuestion(id, guard, path, asked, options));
    if (answers.decisions === "PENDING") return null;
    const decided = answers.decisions.get(id);
    return decided === undefined ? "FORBIDDEN" : decided;
  };

  const decide = (rule: Rule, path: readonly string[], asked: Asked | null): DenialCode | null => {
    if (rule === "DENIED") return "FORBIDDEN";
    for (const choice of rule) {
      const refused = choice.map(set => set.flatMap(guard => ask(guard, path, asked) ?? []));
      if (refused.every(codes => codes.length > 0)) return worthMending(refused.flat());
    }
    return null;
  };

  const depthOf = (type: GraphQLObjectType, asked: Asked, path: readonly string[]): number | null => {
    const argument = steps.stepArgument(`${type.name}.${asked.field.name}`);
    if (argument === null) return null;
    const id = `${path.join(".")}|${type.name}`;
    const read = (variables: Variables) =>
      toDepth(readFieldArguments(asked.field, asked.node, readVariables(variables))[argument]);
    depths.set(id, { id, read });
    return answers.depths.get(id) ?? 1;
  };

  return {
    questions,
    depths,
    get exceedsSteps() {
      return exceedsSteps;
    },
    judgeField(type, field, node, path, road) {
      const asked = { field, node };
      const denied =
        decide(rules.ofField(type, field), path, asked) ??
        decide(rules.ofArguments(field, node), path, asked);
      if (denied !== null) return { denied };
      const result = getNamedType(field.type);
      const possible = isAbstractType(result)
        ? options.schema.getPossibleTypes(result)
        : isObjectType(result)
          ? [result]
          : [];
      const behind = steps.advance(
        road,
        { type: result, possible },
        depthOf(type, asked, path),
        answers.allowedSteps,
      );
      if (behind !== null) return { road: behind };
      exceedsSteps = true;
      return { denied: "FORBIDDEN" };
    },
    judgeObject: (type, path) => decide(rules.ofObject(type), path, null),
  };
}

/** A missing purpose can be given; of several reasons the caller is told the one that they can mend. */
function worthMending(codes: readonly DenialCode[]): DenialCode {
  return codes.includes("PURPOSE_REQUIRED") ? "PURPOSE_REQUIRED" : "FORBIDDEN";
}

function createQuestion(
  id: string,
  guard: GuardingPolicy,
  path: readonly string[],
  asked: Asked | null,
  { documentType, operation, readVariables }: JudgeOptions,
): PolicyQuestion {
  return {
    id,
    policy: guard.policy,
    argument: guard.argument,
    coordinate: guard.coordinate,
    path,
    operation,
    takesDocument:
      asked !== null &&
      documentType !== null &&
      asked.field.args.some(one => canCarry(one.type, documentType)),
    readArguments: variables =>
      asked === null ? {} : readFieldArguments(asked.field, asked.node, readVariables(variables)),
  };
}

/** What is no number is refused later by the executor; until then it goes as far as can be. */
function toDepth(value: unknown): number {
  if (value === null || value === undefined) return 1;
  return typeof value === "number" ? Math.max(1, value) : Number.POSITIVE_INFINITY;
}
