import fc from "fast-check";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";

const DEPTH = 4;
const SELECTIONS = 5;
/** Names of other fields among them, so that response keys meet. */
const ALIASES = ["a", "b", "id", "label", "secret", "__typename"];
/** How each argument is given; several spellings, so that response keys meet with different arguments too. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  id: ['id: "p1"', 'id: "b1"', 'id: "s1"', 'id: "none"'],
  mood: ["mood: CALM", ""],
  filter: ['filter: { label: "x" }', ""],
  shop: ['shop: "A"'],
  depth: ["", "depth: 1"],
  label: ['label: "x"'],
  input: [""],
};
const CONDITIONS = [
  "",
  "",
  "",
  "",
  "@include(if: $yes)",
  "@include(if: $no)",
  "@skip(if: $yes)",
  "@skip(if: $no)",
];

/** Operations over any schema of ours, as text. Some do not validate: let `validate` sort them out. */
export function randomOperation(schema: GraphQLSchema): fc.Arbitrary<string> {
  return fc.array(fc.nat(10_000), { minLength: 5, maxLength: 250 }).map(choices => write(schema, choices));
}

function write(schema: GraphQLSchema, choices: readonly number[]): string {
  let next = 0;
  const fragments: string[] = [];
  /** Once the choices have run out the first of everything is taken, which ends the operation. */
  const pick = (count: number): number => (choices[next++] ?? 0) % count;
  const one = <T>(items: readonly T[]): T => items[pick(items.length)] as T;

  function selections(type: GraphQLCompositeType, depth: number): string {
    const written = Array.from({ length: 1 + pick(SELECTIONS) }, () => selection(type, depth));
    return `{ ${written.join(" ")} }`;
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    const kind = pick(8);
    if (kind === 0) return `${pick(4) === 0 ? `${one(ALIASES)}: ` : ""}__typename ${one(CONDITIONS)}`;
    if (kind <= 2 && depth > 0) return fragment(type, depth - 1);
    return field(type, depth) ?? fragment(type, depth - 1);
  }

  function fragment(type: GraphQLCompositeType, depth: number): string {
    if (depth <= 0) return "__typename";
    const condition = one([type, ...conditionsOn(schema, type)]);
    const body = selections(condition, depth);
    const when = one(CONDITIONS);
    if (pick(2) === 0) return `... on ${condition.name} ${when} ${body}`;
    fragments.push(`fragment F${fragments.length} on ${condition.name} ${body}`);
    return `...F${fragments.length - 1} ${when}`;
  }

  function field(type: GraphQLCompositeType, depth: number): string | null {
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const fields = Object.values(type.getFields()).filter(
      one => depth > 0 || !isCompositeType(getNamedType(one.type)),
    );
    if (fields.length === 0) return "__typename";
    const chosen = one(fields);
    const alias = pick(3) === 0 ? `${one(ALIASES)}: ` : "";
    const result = getNamedType(chosen.type);
    const body = isCompositeType(result) ? selections(result, depth - 1) : "";
    return `${alias}${chosen.name}${args(chosen)} ${one(CONDITIONS)} ${body}`;
  }

  function args(chosen: GraphQLField<unknown, unknown>): string {
    const given = chosen.args.map(arg => one(ARGUMENTS[arg.name] ?? [""])).filter(text => text !== "");
    return given.length === 0 ? "" : `(${given.join(", ")})`;
  }

  const root = schema.getQueryType() as GraphQLCompositeType;
  const body = selections(root, DEPTH);
  return `query ($yes: Boolean!, $no: Boolean!) ${body} ${fragments.join("\n")}`;
}

function conditionsOn(schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return Object.values(schema.getTypeMap()).filter((other): other is GraphQLCompositeType => {
    if (!isCompositeType(other) || other.name.startsWith("__")) return false;
    return possible.some(one => (isAbstractType(other) ? schema.isSubType(other, one) : other === one));
  });
}
