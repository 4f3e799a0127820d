/** Real services are started once, before all tests: see test/support/startServices.ts. */
module.exports = {
  rootDir: ".",
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "^.+\\.(t|j|mj)s$": "@swc/jest" },
  // jose, oidc-provider and what they stand on are ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(jose|oidc-provider|oidc-token-hash|nanoid|quick-lru|eta|jsesc|koa|@koa|@faker-js)/)"],
  setupFiles: ["reflect-metadata"],
  testTimeout: 60_000,
};
