import fc from "fast-check";

const selection = (...parts: fc.Arbitrary<string>[]) =>
  fc
    .shuffledSubarray(parts, { minLength: 1 })
    .chain(chosen => fc.tuple(...chosen).map(texts => texts.join(" ")));
const plain = (...names: string[]) => names.map(name => fc.constant(name));
const aliased = (text: string) =>
  fc.integer({ min: 0, max: 3 }).map(number => `${text.replace(/\W.*$/s, "")}_${number}: ${text}`);

const book = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    selection(...plain("id", "title", "kind", "__typename")),
    selection(
      ...plain(
        "title",
        "pages",
        "inStock",
        "mustCount",
        "rating",
        "shipping",
        "copies { state branch { code city } }",
        "author { name born praise }",
      ),
      fc.boolean().map(express => `s${express ? 1 : 0}: shipping(express: ${express})`),
      aliased("rating"),
      fc.constantFrom("true", "false").map(yes => `pages @include(if: ${yes}) weight @skip(if: ${yes})`),
      tie("value").map(
        inner => `reviews(first: 2) { text stars book { ${inner} } writer { id reviewCount limit } }`,
      ),
      tie("value").map(inner => `... on Book { ${inner} }`),
    ),
  ),
})).value;

const root = fc.oneof(
  fc.tuple(book, fc.integer({ min: 1, max: 6 })).map(([inner, id]) => `book(id: ${id}) { ${inner} }`),
  fc
    .tuple(book, fc.integer({ min: 0, max: 5 }))
    .map(([inner, first]) => `books(first: ${first}, filter: { kinds: NOVEL }) { ${inner} }`),
  book.map(inner => `shelves { name nested { ${inner} } books { id ...F } }`),
  book.map(
    inner => `search(text: "x") { __typename ... on Book { ${inner} } ... on Author { name praise } }`,
  ),
  book.map(inner => `latest { stars book { ${inner} } }`),
);
/** An operation on the library, drawn at random: aliases, fragments, conditions, entities within entities. */
export const randomOperation = fc
  .tuple(root, root, book)
  .map(
    ([one, two, fragment]) =>
      `query { ${one} x: shelves { name } ... on Query { ${two} } shelves { books { ...F } } } fragment F on Book { ${fragment} }`,
  );
