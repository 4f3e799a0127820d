import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const PUBLIC = join(import.meta.dirname, "../../dist/gateway/console/public");
// A large drawing kit is loaded by the page that draws, so a warning about its size says nothing.
const WARN_ABOVE_KB = 2_000;
// The last two steps of brotli take five times as long for three percent.
const BROTLI_QUALITY = 9;

/** Writes each file a second and third time, packed: it is packed once here and not for each reader. */
function packAssets(): Plugin {
  return {
    name: "pack-assets",
    writeBundle() {
      const folder = join(PUBLIC, "assets");
      for (const name of readdirSync(folder).filter(file => /\.(js|css|svg)$/.test(file))) {
        const content = readFileSync(join(folder, name));
        const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
      }
    },
  };
}

/** Some of the kit's styles (scroll bars measured and locked) forget the nonce; the page's policy would forbid them. */
function nonceForEveryStyle(): Plugin {
  return {
    name: "nonce-for-every-style",
    transform(code, id) {
      if (!id.endsWith("/@rc-component/util/es/Dom/dynamicCSS.js")) return null;
      const given = "if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }";
      if (!code.includes(given))
        this.error("the kit writes its styles otherwise now: see how it gives the nonce");
      const page = `document.querySelector('meta[property="csp-nonce"]')?.nonce`;
      return { code: code.replace(given, `styleNode.nonce = csp?.nonce ?? ${page} ?? "";`), map: null };
    },
  };
}

export default defineConfig({
  root: join(import.meta.dirname, "page"),
  base: "/",
  // Filled in for each answer: see serveConsole.
  html: { cspNonce: "__CSP_NONCE__" },
  plugins: [nonceForEveryStyle(), packAssets()],
  build: {
    outDir: PUBLIC,
    emptyOutDir: true,
    target: "es2022",
    // A font or picture written into the style sheet would be against the page's own policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: WARN_ABOVE_KB,
    rolldownOptions: {
      onLog(level, log, pass) {
        // Packages mark files for servers that draw pages; there is none here.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") pass(level, log);
      },
    },
  },
});
