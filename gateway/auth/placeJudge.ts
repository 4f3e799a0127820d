import {
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  print,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { canCarry, readFieldArguments, type ReadVariables } from "./argumentReader";
import type { CallerKind } from "../../schema/contract/claims";
import type { FieldRules, GuardingPolicy, Rule } from "./fieldRules";
import type { FoundPeople } from "./foundPeople";
import type { DenialCode, PolicyQuestion, Variables } from "./policies/policy";
import type { ReachedTypes, Road, StepLimit, TakenLink } from "./stepLimit";

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
  readonly found: FoundPeople;
  /** Null for nobody known. */
  readonly callerKind: CallerKind | null;
  readonly readVariables: ReadVariables;
  readonly operation: "query" | "mutation";
  /** The input type by which people are named, if the schema has one. */
  readonly documentType: string | null;
  readonly answers: Answers;
}

/** A field at one place: where its road leads, or why it is denied. */
export type Judgement =
  { readonly road: Road; readonly confirmedBy: string | null } | { readonly denied: DenialCode };

export type AnyField = GraphQLField<unknown, unknown>;

interface Asked {
  readonly field: AnyField;
  readonly node: FieldNode;
}

/** Judges the places of one walk over an operation, and gathers what remains to be asked. */
export class PlaceJudge {
  readonly questions = new Map<string, PolicyQuestion>();
  readonly depths = new Map<string, DepthQuestion>();
  /** Whether a field was denied only for going too far from the first person. */
  exceedsSteps = false;

  constructor(private readonly options: JudgeOptions) {}

  /** Whether the field may be seen of an object of this type, and where its road leads. */
  judgeField(
    type: GraphQLObjectType,
    field: AnyField,
    node: FieldNode,
    path: readonly string[],
    road: Road,
  ): Judgement {
    const { rules, steps, answers } = this.options;
    const asked = { field, node };
    const coordinate = `${type.name}.${field.name}`;
    if (this.isUnasked(road, type.name, field.name)) return { denied: "FORBIDDEN" };
    const denied =
      this.decide(rules.ofField(type, field), path, asked) ??
      this.decide(rules.ofArguments(field, node), path, asked);
    if (denied !== null) return { denied };
    const link = this.takeLink(coordinate, asked, path);
    const behind = steps.advance(road, this.reachedBy(field, coordinate), link, answers.allowedSteps);
    if (behind !== null) return { road: behind, confirmedBy: this.options.found.confirmedBy(coordinate) };
    this.exceedsSteps = true;
    return { denied: "FORBIDDEN" };
  }

  /** Whether this is more than is told of what nobody asked for. */
  private isUnasked(road: Road, type: string, field: string): boolean {
    const { found, callerKind } = this.options;
    return (
      (road.isFound === true && !found.isRecognisedBy(callerKind, type, field)) ||
      (road.isFeed && !found.isToldByFeeds(callerKind, type, field))
    );
  }

  /** Why objects of this type are denied as a whole, or null. */
  judgeObject(type: GraphQLObjectType, path: readonly string[]): DenialCode | null {
    return this.decide(this.options.rules.ofType(type.name), path, null);
  }

  private decide(rule: Rule, path: readonly string[], asked: Asked | null): DenialCode | null {
    if (rule === "DENIED") return "FORBIDDEN";
    for (const choice of rule) {
      const refused = choice.map(set => set.flatMap(guard => this.ask(guard, path, asked) ?? []));
      if (refused.every(codes => codes.length > 0)) return worthMending(refused.flat());
    }
    return null;
  }

  private ask(guard: GuardingPolicy, path: readonly string[], asked: Asked | null): DenialCode | null {
    const { decisions } = this.options.answers;
    const id = `${idOf(path, guard.coordinate, asked)}|${guard.written}`;
    if (!this.questions.has(id)) this.questions.set(id, createQuestion(id, guard, path, asked, this.options));
    if (decisions === "PENDING") return null;
    const decided = decisions.get(id);
    return decided === undefined ? "FORBIDDEN" : decided;
  }

  private takeLink(coordinate: string, asked: Asked, path: readonly string[]): TakenLink | null {
    const { steps, answers, readVariables } = this.options;
    const link = steps.findLink(coordinate);
    if (link === null) return null;
    const { depthArgument } = link;
    if (depthArgument === null) return { ...link, steps: 1 };
    const id = idOf(path, coordinate, asked);
    const read = (variables: Variables) =>
      toDepth(readFieldArguments(asked.field, asked.node, readVariables(variables))[depthArgument]);
    this.depths.set(id, { id, read });
    return { ...link, steps: answers.depths.get(id) ?? 1 };
  }

  private reachedBy(field: AnyField, coordinate: string): ReachedTypes {
    const type = getNamedType(field.type);
    const { found, schema, documentType, operation } = this.options;
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    return {
      type,
      possible,
      // What a change answers is about what it changed, whomever its input names.
      isAskedFor: operation === "query" && found.isAskedFor(coordinate, takesDocument(field, documentType)),
      isGathering: possible.some(({ name }) => found.isGathering(name)),
      isFeed: found.isFeed(coordinate),
    };
  }
}

/**
 * The arguments belong to it: under fragments on different types, fields of one path and coordinate may be
 * given different ones, and the answer to one question must not serve for the other.
 */
function idOf(path: readonly string[], coordinate: string, asked: Asked | null): string {
  const given = (asked?.node.arguments ?? []).map(argument => print(argument)).sort();
  return `${path.join(".")}|${coordinate}(${given.join(", ")})`;
}

/** What the caller can mend comes before what time mends, and that before what nobody does. */
const WORTH_MENDING: readonly DenialCode[] = ["PURPOSE_REQUIRED", "SUBGRAPH_UNAVAILABLE", "FORBIDDEN"];

/** Of several reasons the caller is told the one that can be mended. */
function worthMending(codes: readonly DenialCode[]): DenialCode {
  return WORTH_MENDING.find(code => codes.includes(code)) ?? "FORBIDDEN";
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
    takesDocument: asked !== null && takesDocument(asked.field, documentType),
    readArguments: variables =>
      asked === null ? {} : readFieldArguments(asked.field, asked.node, readVariables(variables)),
    variableOf: argument => {
      const given = asked?.node.arguments?.find(one => one.name.value === argument)?.value;
      return given?.kind === Kind.VARIABLE ? given.name.value : null;
    },
  };
}

function takesDocument({ args }: AnyField, documentType: string | null): boolean {
  return documentType !== null && args.some(one => canCarry(one.type, documentType));
}

/** What is no number is refused later by the executor; until then it goes as far as can be. */
function toDepth(value: unknown): number {
  if (value === null || value === undefined) return 1;
  return typeof value === "number" ? Math.max(1, value) : Number.POSITIVE_INFINITY;
}
