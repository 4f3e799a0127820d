import { Kind, visit, type DocumentNode } from "graphql";
import { localDirectiveName, readLinks, type SchemaLink } from "./readLinks";

const SPECS = "https://specs.apollo.dev/";

/** Enforced in front of the planner, which refuses a supergraph that still asks for them. */
const ENFORCED_HERE = ["authenticated", "requiresScopes", "policy"];

/** Enforced by the planner's own schema: what is inaccessible is not in the clients' schema. */
const ENFORCED_BY_PLANNER = ["inaccessible"];

/**
 * The supergraph without the directives that we enforce ourselves, for the planner. A security feature that
 * nobody here enforces stops the start: ignoring it would open what its author meant to close.
 */
export function stripSecurity(supergraph: DocumentNode): DocumentNode {
  const security = readLinks(supergraph).filter(link => link.purpose === "SECURITY");
  refuseUnenforced(security);
  const links = security.filter(link => isOneOf(ENFORCED_HERE, link));
  const names = new Set(links.flatMap(link => directiveNames(link)));
  const prefixes = links.map(link => `${link.namespace}__`);
  const importedTypes = new Set(
    links.flatMap(link => [...link.imports.values()]).filter(name => !names.has(name)),
  );
  const isOurs = (name: string): boolean =>
    importedTypes.has(name) || prefixes.some(prefix => name.startsWith(prefix));
  const linkNodes = new Set<unknown>(links.map(link => link.node));

  return visit(supergraph, {
    Directive: node => (names.has(node.name.value) || linkNodes.has(node) ? null : undefined),
    DirectiveDefinition: node => (names.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: node => (isOurs(node.name.value) ? null : undefined),
    [Kind.ENUM_TYPE_DEFINITION]: node => (isOurs(node.name.value) ? null : undefined),
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: node => (isOurs(node.name.value) ? null : undefined),
  });
}

function directiveNames(link: SchemaLink): string[] {
  return ENFORCED_HERE.filter(name => link.identity === SPECS + name).map(name =>
    localDirectiveName(link, name),
  );
}

function isOneOf(features: readonly string[], link: SchemaLink): boolean {
  return features.some(feature => link.identity === SPECS + feature);
}

function refuseUnenforced(links: readonly SchemaLink[]): void {
  const unknown = links.filter(link => !isOneOf([...ENFORCED_HERE, ...ENFORCED_BY_PLANNER], link));
  if (unknown.length === 0) return;
  const named = unknown.map(link => link.identity).join(", ");
  throw new Error(`The supergraph asks for security features that this gateway does not enforce: ${named}`);
}
