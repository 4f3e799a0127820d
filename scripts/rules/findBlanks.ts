import { existsSync } from "node:fs";
import { join } from "node:path";
import { isObjectType, type GraphQLSchema } from "graphql";
import type { RegisteredRule, RulePart } from "./registeredRule";
import { readRuleSources, subgraphOf, type RuleSources } from "./ruleSources";

/** How many rules the notices hold. */
const RULES = 45;

/**
 * What is missing: rules, letters that nothing performs, files, tests and operations that are not there, and places
 * that their operations have nothing to do with.
 */
export function findBlanks(rules: readonly RegisteredRule[], schema: GraphQLSchema, root: string): string[] {
  const numbers = new Set(rules.map(({ number }) => number));
  const absent = Array.from({ length: RULES }, (_, place) => place + 1).filter(
    number => !numbers.has(number),
  );
  const sources = readRuleSources(root);
  return [
    ...absent.map(number => `rule ${number} is not in the register`),
    ...rules.flatMap(rule =>
      [...blanksOf(rule, schema, root), ...misplacedOf(rule, sources)].map(
        blank => `${rule.number} ${rule.ruleId}: ${blank}`,
      ),
    ),
  ];
}

function blanksOf({ hub, parts }: RegisteredRule, schema: GraphQLSchema, root: string): string[] {
  const performed = new Set(parts.flatMap(({ letters }) => letters));
  return [
    ...hub.filter(letter => !performed.has(letter)).map(letter => `nothing performs ${letter}`),
    ...parts
      .flatMap(({ file, test }) => [file, test])
      .filter(path => !existsSync(join(root, path)))
      .map(path => `${path} is not there`),
    ...parts
      .flatMap(operationsOf)
      .filter(operation => !isField(schema, operation))
      .map(operation => `${operation} is no field of the supergraph`),
  ];
}

/**
 * A check stands in a file that one of its operations asks. What is computed or recorded is so where the operation is
 * answered; orders and news travel from one subgraph to another.
 */
function misplacedOf({ parts }: RegisteredRule, sources: RuleSources): string[] {
  const unasked = parts
    .filter(({ letters }) => letters.includes("K"))
    .filter(part => !operationsOf(part).some(operation => sources.asks(operation, part.file)))
    .map(({ by, file }) => `${file} is asked by none of ${by.join(", ")}`);
  const elsewhere = parts
    .filter(
      ({ letters, file }) => subgraphOf(file) !== "" && !letters.includes("E") && !letters.includes("N"),
    )
    .flatMap(part =>
      operationsOf(part)
        .filter(operation => !sources.subgraphsOf(operation).has(subgraphOf(part.file)))
        .map(operation => `${operation} is not answered where ${part.file} is`),
    );
  return [...unasked, ...elsewhere];
}

function operationsOf({ by }: RulePart): string[] {
  return by.filter(operation => operation !== "daily");
}

function isField(schema: GraphQLSchema, operation: string): boolean {
  const [typeName = "", field = ""] = operation.split(".");
  const type = schema.getType(typeName);
  return isObjectType(type) && Object.hasOwn(type.getFields(), field);
}
