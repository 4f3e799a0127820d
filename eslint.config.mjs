import { createNodeResolver, flatConfigs, importX } from "eslint-plugin-import-x";
import { readdirSync } from "node:fs";
import tseslint from "typescript-eslint";

const SUBGRAPHS = ["telecom", "banking", "police", "audit"];
const GATEWAY_ROOMS = readdirSync("gateway", { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name);

// Imports go down only: schema ← subgraphs/shared ← subgraphs/<x> ← scripts ← test, and schema ← gateway ← scripts.
const layers = [
  {
    target: "./schema",
    from: ["./gateway", "./subgraphs", "./scripts", "./test"],
    message: "The treaty imports nothing of ours.",
  },
  {
    target: "./gateway",
    from: ["./subgraphs", "./scripts", "./test"],
    message: "The gateway knows no subgraph: hand in what it needs.",
  },
  { target: "./subgraphs", from: ["./gateway", "./scripts", "./test"], message: "Imports go down only." },
  { target: "./scripts", from: "./test", message: "What runs in production does not lean on the tests." },
  {
    target: "./subgraphs/shared",
    from: SUBGRAPHS.map(name => `./subgraphs/${name}`),
    message: "What is shared knows none of those that share it.",
  },
  ...SUBGRAPHS.map(name => ({
    target: `./subgraphs/${name}`,
    from: SUBGRAPHS.filter(other => other !== name).map(other => `./subgraphs/${other}`),
    message: "A subgraph never imports another: they meet in the schema.",
  })),
  ...GATEWAY_ROOMS.map(room => ({
    target: `./gateway/${room}`,
    from: GATEWAY_ROOMS.filter(other => other !== room && !(room === "fetch" && other === "cache")).map(
      other => `./gateway/${other}`,
    ),
    message:
      "The gateway's rooms do not import each other (fetch → cache alone may): createGateway joins them.",
  })),
];

const SQL_PLACES = ["**/*Store.ts", "**/store/**/*.ts", "schema/database/**/*.ts", "test/**/*.ts"];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", ".duanka/", "gateway/console/generated/", "scripts/bench/peers/"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, flatConfigs.typescript],
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx", ".js", ".json"] })],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones: layers }],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-default-export": "error",
      "import-x/no-mutable-exports": "error",
      "@typescript-eslint/consistent-type-imports": "off", // decorators need some types as values
      "@typescript-eslint/no-extraneous-class": "off", // GraphQL types are classes that carry decorators alone
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off", // plain objects stand for those classes
      "@typescript-eslint/unbound-method": "off", // what is passed around here are closures, which have no `this`
      "@typescript-eslint/no-confusing-void-expression": "off", // `return void close()` reads well enough
      "@typescript-eslint/no-meaningless-void-operator": "off", // so does `async () => void (await run())`
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "max-lines": ["warn", { max: 250 }],
      "max-lines-per-function": ["warn", { max: 50, skipBlankLines: true, skipComments: true }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["**/*.ts"],
    ignores: SQL_PLACES,
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "kysely", importNames: ["sql"], message: "SQL stands in store files only." },
            { name: "pg", message: "Stores are opened by schema/database/openDatabase." },
            { name: "@electric-sql/pglite", message: "Stores are opened by schema/database/openDatabase." },
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.tsx"],
    // Mostly markup, which is read from top to bottom and is no harder for being longer.
    rules: { "max-lines-per-function": ["warn", { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "max-lines-per-function": "off", // a describe block is one function
      "@typescript-eslint/no-non-null-assertion": "off", // a null there is the failure that the test is for
      // Answers of operations are loosely typed there: each test says what it expects of them.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-call": "off",
    },
  },
  {
    // Jest calls the default export of these two.
    files: ["test/support/startServices.ts", "test/support/stopServices.ts"],
    rules: { "import-x/no-default-export": "off" },
  },
);
