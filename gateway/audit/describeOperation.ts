import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from "graphql";
import { findAnswerPaths, type AnswerPath } from "../findAnswerPaths";
import { isPutIn } from "../putIn";

/** What a record says of an operation, whoever asks it and whatever comes back. */
export interface OperationDescription {
  /** `Type.field` of all that is asked, each once, in the order of the document. */
  readonly fields: readonly string[];
  /** Where in an answer the versions of rules stand. */
  readonly ruleVersions: readonly AnswerPath[];
}

/** Fields whose values a record keeps, as `Type.field`; what an operation does not select of them is not looked for. */
export interface KeptFields {
  /** Versions of the rules that something was decided by. */
  readonly ruleVersions: readonly string[];
}

/** Describes an operation for its record. */
export type DescribeOperation = (document: DocumentNode, schema: GraphQLSchema) => OperationDescription;

/**
 * Once for each document: the same operation with the same rights is the same object. What an answer holds is
 * never gone through for it, but along the few roads that lead to a kept field.
 */
export function createDescribeOperation({ ruleVersions }: KeptFields): DescribeOperation {
  const known = new WeakMap<DocumentNode, OperationDescription>();
  return (document, schema) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const description = {
      fields: listFields(document, schema),
      ruleVersions: findAnswerPaths(document, schema, new Set(ruleVersions)),
    };
    known.set(document, description);
    return description;
  };
}

function listFields(document: DocumentNode, schema: GraphQLSchema): string[] {
  const fields = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        if (isPutIn(node)) return false;
        const { name } = node;
        const parent = typeInfo.getParentType();
        // What an object is called by itself tells nothing of anybody.
        if (parent && name.value !== "__typename") fields.add(`${parent.name}.${name.value}`);
        return undefined;
      },
    }),
  );
  return [...fields];
}
