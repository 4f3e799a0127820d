import { ApolloArmor } from "@escape.tech/graphql-armor";
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationContext,
} from "graphql";
import { isErrorCode } from "../../schema/contract/errors";
import type { OperationLimits } from "./operationLimits";
import { repetitionRule } from "./repetitionRule";

/** Finds what is wrong with a document; an empty list: nothing. */
export type Validator = (document: DocumentNode) => readonly GraphQLError[];

/** A bad document is answered with its first faults. */
const MAX_ERRORS = 10;

/** How graphql-armor marks what is over one of its limits. */
const ARMOR_CODE = "BAD_USER_INPUT";

interface ValidatorOptions {
  readonly limits: OperationLimits;
  readonly introspection: boolean;
}

/** The limits first, on their own: the rules of the schema language take longer the larger a document is. */
export function createValidator(
  schema: GraphQLSchema,
  { limits, introspection }: ValidatorOptions,
): Validator {
  const limitRules = [repetitionRule(limits), ...armorRules(limits)];
  const schemaRules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  return document => {
    const overLimit = validate(schema, document, limitRules, { maxErrors: MAX_ERRORS });
    const errors =
      overLimit.length > 0 ? overLimit : validate(schema, document, schemaRules, { maxErrors: MAX_ERRORS });
    return errors.slice(0, MAX_ERRORS).map(withCode);
  };
}

function armorRules(limits: OperationLimits): ((context: ValidationContext) => ASTVisitor)[] {
  const flat = { flattenFragments: true };
  const armor = new ApolloArmor({
    maxDepth: { n: limits.maxDepth, ...flat },
    costLimit: { maxCost: limits.maxCost, depthCostFactor: 1.2, ...flat },
    // Its own default lets `__typename` through, however often.
    maxAliases: { n: limits.maxAliases, allowList: [] },
    maxDirectives: { n: limits.maxDirectives },
    // The parser's own limit keeps the status and code of a parse error.
    maxTokens: { enabled: false },
    // Messages are the business of the one place that formats errors.
    blockFieldSuggestion: { enabled: false },
  });
  return armor.protect().validationRules;
}

function withCode(error: GraphQLError): GraphQLError {
  const given = error.extensions["code"];
  const isLimit = given === ARMOR_CODE;
  const code = isLimit ? "LIMIT_EXCEEDED" : isErrorCode(given) ? given : "GRAPHQL_VALIDATION_FAILED";
  const message = isLimit ? error.message.replace("Syntax Error: ", "") : error.message;
  return new GraphQLError(message, { nodes: error.nodes, extensions: { code } });
}
