/** Real services are started once, before all tests: see test/support/startServices.ts. */
module.exports = {
  rootDir: ".",
  roots: [
    "<rootDir>/gateway",
    "<rootDir>/schema",
    "<rootDir>/scripts",
    "<rootDir>/subgraphs",
    "<rootDir>/test",
  ],
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "^.+\\.(t|j|mj)s$": "@swc/jest" },
  // jose, oidc-provider and what they stand on are ES modules only.
  transformIgnorePatterns: [
    "/node_modules/(?!(jose|oidc-provider|oidc-token-hash|nanoid|quick-lru|eta|jsesc|koa|@koa|@faker-js)/)",
  ],
  setupFiles: ["reflect-metadata"],
  // What a command loads when it runs is named as Node will find it, which in the sources ends otherwise.
  moduleNameMapper: { "^(\\.\\./(?:compose|demo|embedded|import|separate|stores)/.+)\\.js$": "$1" },
  globalSetup: "<rootDir>/test/support/startServices.ts",
  globalTeardown: "<rootDir>/test/support/stopServices.ts",
  // Tests wait for processes of their own more than they reckon; each has a database and key names to itself.
  maxWorkers: 2,
  testTimeout: 60_000,
  reporters: ["default", "<rootDir>/test/support/tellUnfinished.js"],
};
