import type * as OidcProvider from "oidc-provider";

/** Node 20 runs it well and has long-term support; the package merely asks for newer ones as it loads. */
const RUNTIME_NOTICE = "Unsupported runtime. Use Node.js v22.x LTS, or a later LTS release.";

/** Loads `oidc-provider` without its one line about the version of Node. Any other warning is shown. */
export function loadOidcProvider(): typeof OidcProvider {
  /* eslint-disable no-console, @typescript-eslint/no-require-imports -- the line is written to the console while the module loads, so the loading must stand between these two assignments */
  const warn = console.warn;
  console.warn = (...line: unknown[]) => {
    if (!String(line[0]).includes(RUNTIME_NOTICE)) warn(...line);
  };
  try {
    return require("oidc-provider") as typeof OidcProvider;
  } finally {
    console.warn = warn;
  }
  /* eslint-enable no-console, @typescript-eslint/no-require-imports */
}
