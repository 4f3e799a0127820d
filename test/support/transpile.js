/**
 * Loaded with `node --require` by processes that tests start: TypeScript is read by the same transformer as in
 * the tests themselves. Plain JavaScript, because nothing reads TypeScript before it.
 */
"use strict";
const { transformFileSync } = require("@swc/core");
const { join } = require("node:path");

const configFile = join(__dirname, "../../.swcrc");

require.extensions[".ts"] = (module, file) => {
  module._compile(transformFileSync(file, { configFile, sourceMaps: "inline" }).code, file);
};
