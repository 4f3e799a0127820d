/**
 * What stands before each subgraph's SDL: the version of the federation language, and our own two directives,
 * which composition carries into the supergraph for the gateway to read.
 */
export const FEDERATION_HEADER = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9"
        import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@tag", "@composeDirective",
                 "@authenticated", "@requiresScopes", "@policy"])
  @link(url: "https://specs.duanka.example/cache/v1.0", import: ["@cacheHint"])
  @link(url: "https://specs.duanka.example/coverage/v1.0", import: ["@unanswered"])
  @composeDirective(name: "@cacheHint")
  @composeDirective(name: "@unanswered")

"How long, in seconds, an answer may be reused. Nothing said: not at all."
directive @cacheHint(maxAge: Int!) on FIELD_DEFINITION | OBJECT

"What stands in the field's place, as JSON, when its subgraph did not answer."
directive @unanswered(as: String!) on FIELD_DEFINITION
`;
