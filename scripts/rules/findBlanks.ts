import { existsSync } from "node:fs";
import { join } from "node:path";
import { isObjectType, type GraphQLSchema } from "graphql";
import type { RegisteredRule, RulePart } from "./registeredRule";

/** How many rules the notices hold. */
const RULES = 45;

/** What is missing: rules, letters that nothing performs, files, tests and operations that are not there. */
export function findBlanks(rules: readonly RegisteredRule[], schema: GraphQLSchema, root: string): string[] {
  const numbers = new Set(rules.map(({ number }) => number));
  const absent = Array.from({ length: RULES }, (_, place) => place + 1).filter(
    number => !numbers.has(number),
  );
  return [
    ...absent.map(number => `rule ${number} is not in the register`),
    ...rules.flatMap(rule =>
      blanksOf(rule, schema, root).map(blank => `${rule.number} ${rule.ruleId}: ${blank}`),
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

function operationsOf({ by }: RulePart): string[] {
  return by.filter(operation => operation !== "daily");
}

function isField(schema: GraphQLSchema, operation: string): boolean {
  const [typeName = "", field = ""] = operation.split(".");
  const type = schema.getType(typeName);
  return isObjectType(type) && Object.hasOwn(type.getFields(), field);
}
