import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from "graphql";

/** One `@link` of a schema: a feature of the schema language that it uses, and under which names. */
export interface SchemaLink {
  readonly node: ConstDirectiveNode;
  /** The address without its version: who means what by the feature. */
  readonly identity: string;
  /** The prefix of the feature's names in this schema. */
  readonly namespace: string;
  readonly purpose: "SECURITY" | "EXECUTION" | null;
  /** Local names of imported directives and types, without `@`. */
  readonly imports: ReadonlyMap<string, string>;
}

/** The features a schema says it uses. */
export function readLinks(document: DocumentNode): SchemaLink[] {
  return document.definitions
    .filter(
      definition => definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION,
    )
    .flatMap(definition => definition.directives ?? [])
    .filter(directive => directive.name.value === "link")
    .map(readLink);
}

function readLink(node: ConstDirectiveNode): SchemaLink {
  const given = new Map((node.arguments ?? []).map(one => [one.name.value, valueFromASTUntyped(one.value)]));
  const segments = textOf(given.get("url")).split("/");
  if (/^v\d+\.\d+$/.test(segments.at(-1) ?? "")) segments.pop();
  const purpose = given.get("for");
  return {
    node,
    identity: segments.join("/"),
    namespace: textOf(given.get("as") ?? segments.at(-1)),
    purpose: purpose === "SECURITY" || purpose === "EXECUTION" ? purpose : null,
    imports: readImports(given.get("import")),
  };
}

function readImports(given: unknown): Map<string, string> {
  const imports = new Map<string, string>();
  for (const one of Array.isArray(given) ? given : []) {
    const { name, as } =
      typeof one === "string" ? { name: one, as: one } : (one as { name: string; as?: string });
    imports.set(bare(name), bare(as ?? name));
  }
  return imports;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function bare(name: string): string {
  return name.startsWith("@") ? name.slice(1) : name;
}

/** What a directive of a feature is called in this schema: imported by name, or under the feature's prefix. */
export function localDirectiveName(link: SchemaLink, directive: string): string {
  const imported = link.imports.get(directive);
  if (imported !== undefined) return imported;
  // A feature's directive that bears the feature's own name needs no prefix.
  return link.identity.endsWith(`/${directive}`) ? link.namespace : `${link.namespace}__${directive}`;
}
