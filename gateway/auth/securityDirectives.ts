import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from "graphql";

/** What the supergraph calls the directives that this room enforces; null where it does not use one. */
export interface SecurityDirectives {
  readonly authenticated: string | null;
  readonly requiresScopes: string | null;
  readonly policy: string | null;
  readonly tag: string | null;
}

const SPEC_HOST = "https://specs.apollo.dev/";
const ENFORCED = ["authenticated", "requiresScopes", "policy"];
/** By the schema that clients see, which does not have what is inaccessible. */
const ENFORCED_BY_SCHEMA = ["inaccessible"];
/** The major and minor of each feature that this code was written against. */
const KNOWN_VERSION = /^v0\.\d+$/;

/**
 * Reads the names through `@link`, so that a renamed or imported directive is still found. Throws on a feature
 * `for: SECURITY` that is not enforced here: serving a schema whose guards are ignored is worse than not starting.
 */
export function readSecurityDirectives(supergraph: DocumentNode): SecurityDirectives {
  const links = supergraph.definitions
    .filter(one => one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(one => one.directives ?? [])
    .filter(isLink)
    .map(readLink);
  for (const link of links) if (link.purpose === "SECURITY") requireEnforced(link);
  return {
    authenticated: nameOf(links, "authenticated"),
    requiresScopes: nameOf(links, "requiresScopes"),
    policy: nameOf(links, "policy"),
    tag: nameOf(links, "tag"),
  };
}

interface Link {
  readonly url: string;
  readonly feature: string;
  readonly version: string;
  readonly as: string;
  readonly purpose: string | null;
  readonly imports: ReadonlyMap<string, string>;
}

/** `@link` may itself be renamed; whatever its name, it is the one that carries a specification's address. */
function isLink(directive: ConstDirectiveNode): boolean {
  return stringOf(argument(directive, "url"))?.startsWith("https://") ?? false;
}

function readLink(directive: ConstDirectiveNode): Link {
  const url = stringOf(argument(directive, "url")) ?? "";
  const [version = "", feature = ""] = url.split("/").reverse();
  const purpose = argument(directive, "for");
  return {
    url,
    feature,
    version,
    as: stringOf(argument(directive, "as")) ?? feature,
    purpose: purpose?.kind === Kind.ENUM ? purpose.value : null,
    imports: readImports(argument(directive, "import")),
  };
}

function readImports(value: ConstValueNode | undefined): Map<string, string> {
  const imports = new Map<string, string>();
  for (const item of value?.kind === Kind.LIST ? value.values : []) {
    if (item.kind === Kind.STRING) imports.set(item.value, item.value);
    if (item.kind !== Kind.OBJECT) continue;
    const part = (name: string) => stringOf(item.fields.find(field => field.name.value === name)?.value);
    const name = part("name");
    if (name !== undefined) imports.set(name, part("as") ?? name);
  }
  return imports;
}

function requireEnforced(link: Link): void {
  const ours =
    link.url.startsWith(SPEC_HOST) &&
    [...ENFORCED, ...ENFORCED_BY_SCHEMA].includes(link.feature) &&
    KNOWN_VERSION.test(link.version);
  if (!ours)
    throw new Error(
      `The supergraph uses the security feature ${link.url}, which this gateway does not enforce.`,
    );
}

/** An import gives the name; without one the directive that shares its feature's name takes the feature's alias. */
function nameOf(links: readonly Link[], feature: string): string | null {
  const link = links.find(one => one.url.startsWith(SPEC_HOST) && one.feature === feature);
  if (link === undefined) return null;
  return link.imports.get(`@${feature}`)?.slice(1) ?? link.as;
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find(one => one.name.value === name)?.value;
}

function stringOf(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
