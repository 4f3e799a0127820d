import { Kind, valueFromASTUntyped, type DocumentNode } from "graphql";

/** The subgraphs' names by the enum values that stand for them in a supergraph. */
export function readSubgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const graphs = supergraph.definitions
    .filter(one => one.kind === Kind.ENUM_TYPE_DEFINITION)
    .filter(one => one.name.value === "join__Graph")
    .flatMap(one => one.values ?? []);
  return new Map(
    graphs.map(graph => {
      const joined = graph.directives?.find(one => one.name.value === "join__graph");
      const name = joined?.arguments?.find(one => one.name.value === "name");
      return [
        graph.name.value,
        name === undefined ? graph.name.value : String(valueFromASTUntyped(name.value)),
      ];
    }),
  );
}
