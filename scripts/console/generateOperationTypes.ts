import { codegen } from "@graphql-codegen/core";
import * as operationTypes from "@graphql-codegen/typescript-operations";
import { mapSchema, MapperKind } from "@graphql-tools/utils";
import { createHash } from "node:crypto";
import {
  Kind,
  OperationTypeNode,
  parse,
  printSchema,
  type ASTNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { readOperations } from "../../schema/operations/readOperations";
import { buildSchemaFromSupergraph } from "../compose/buildSchemaFromSupergraph";

const HEADER = `// Made by \`npx duanka compose\` from schema/operations/ and the schema. Do not edit.
import type { Operation } from "../page/hub/operation";
`;

/**
 * The web page's view of the trusted documents: for each the types of its answer and variables and the hash by
 * which it is sent, so that the page holds no query text and no type written by hand.
 */
export async function generateOperationTypes(supergraphSdl: string): Promise<string> {
  const files = readOperations();
  const types = await codegen({
    filename: "operations.ts",
    schema: parse(printSchema(withoutInaccessible(buildSchemaFromSupergraph(supergraphSdl)))),
    documents: files.map(({ name, text }) => ({ location: `${name}.graphql`, document: parse(text) })),
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationTypes },
    config: {
      enumsAsTypes: true,
      skipTypename: true,
      useTypeImports: true,
      scalars: { ID: "string", Date: "string", DateTime: "string", Amount: "string" },
    },
  });
  return `${HEADER}${types}\n${files.flatMap(({ text }) => describeOperations(text)).join("\n")}\n`;
}

function describeOperations(text: string): string[] {
  const hash = createHash("sha256").update(text).digest("hex");
  return parse(text)
    .definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
    .map(({ name, operation }) => {
      if (name === undefined) throw new Error("an operation in schema/operations has no name");
      const isChange = operation === OperationTypeNode.MUTATION;
      const types = name.value + (isChange ? "Mutation" : "Query");
      const written = `name: "${name.value}", hash: "${hash}"${isChange ? ", isChange: true" : ""}`;
      return `export const ${name.value}: Operation<${types}, ${types}Variables> = { ${written} };`;
    });
}

/** What clients never see must not get into their types either. */
function withoutInaccessible(schema: GraphQLSchema): GraphQLSchema {
  const keep = <T extends { astNode?: (ASTNode & object) | null | undefined }>(field: T): T | null =>
    JSON.stringify(field.astNode).includes('"value":"inaccessible"') ? null : field;
  return mapSchema(schema, {
    [MapperKind.INPUT_OBJECT_FIELD]: keep,
    [MapperKind.ROOT_FIELD]: keep,
    [MapperKind.OBJECT_FIELD]: keep,
  });
}
