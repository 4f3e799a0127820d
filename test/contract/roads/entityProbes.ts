import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, type ConstDirectiveNode, type ObjectTypeDefinitionNode } from "graphql";
import { STORES, type StoreName } from "../../../schema/database/migrate";

/** One field of an entity, asked of a subgraph by the entity's key. */
export interface EntityProbe {
  readonly subgraph: StoreName;
  readonly coordinate: string;
  readonly text: string;
  readonly representation: Readonly<Record<string, string>>;
}

const SDL = join(__dirname, "../../../schema/graphql");

/** Every field that a subgraph itself answers for an entity, whatever the client's schema shows. */
export function entityProbes(): EntityProbe[] {
  return STORES.flatMap(subgraph => {
    const { definitions } = parse(readFileSync(join(SDL, `${subgraph}.graphql`), "utf8"));
    const types = definitions.filter(one => one.kind === Kind.OBJECT_TYPE_DEFINITION);
    const composite = new Set(types.map(({ name }) => name.value));
    return types.flatMap(type => probesOf(subgraph, type, composite));
  });
}

function probesOf(
  subgraph: StoreName,
  type: ObjectTypeDefinitionNode,
  composite: ReadonlySet<string>,
): EntityProbe[] {
  const key = keyOf(type.directives ?? []);
  if (key === null) return [];
  const name = type.name.value;
  const representation = { __typename: name, [key]: "x" };
  const fields = (type.fields ?? []).filter(
    field =>
      !has(field.directives, "external") &&
      !has(field.directives, "requires") &&
      !has(field.directives, "inaccessible"),
  );
  return fields.map(field => {
    const inner = composite.has(nameOf(field.type)) ? "{ __typename }" : "";
    return {
      subgraph,
      coordinate: `${name}.${field.name.value}`,
      text: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${name} { ${field.name.value} ${inner} } } }`,
      representation,
    };
  });
}

function keyOf(directives: readonly ConstDirectiveNode[]): string | null {
  const value = directives.find(({ name }) => name.value === "key")?.arguments?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

function has(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return (directives ?? []).some(directive => directive.name.value === name);
}

function nameOf(type: NonNullable<ObjectTypeDefinitionNode["fields"]>[number]["type"]): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
