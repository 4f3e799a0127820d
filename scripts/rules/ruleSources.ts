import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What the sources of the subgraphs say of who performs what; paths are from the top of the repository. */
export interface RuleSources {
  /** The subgraphs that answer an operation, `Type.field`. */
  subgraphsOf(operation: string): ReadonlySet<string>;
  /** Does the operation come, import by import, to a file, and take from it what the file is called after? */
  asks(operation: string, file: string): boolean;
}

interface Import {
  readonly names: string;
  readonly file: string;
}

/** Types ask nothing: an import of them alone does not count. */
const IMPORT = /^(?:import|export) (?!type )([^;]*?) from "(\.[^"]+)";/gm;

/** Reads the subgraphs' sources. */
export function readRuleSources(root: string): RuleSources {
  const texts = new Map(
    readdirSync(join(root, "subgraphs"), { recursive: true, encoding: "utf8" })
      .filter(path => path.endsWith(".ts"))
      .map(path => `subgraphs/${path}`)
      .map(file => [file, readFileSync(join(root, file), "utf8")]),
  );
  const startsOf = (operation: string): string[] => {
    const [typeName, field = ""] = operation.split(".");
    const commands = [...texts.keys()].filter(file => file.endsWith(`/commands/${field}.ts`));
    if (typeName === "Mutation" && commands.length > 0) return commands;
    const method = new RegExp(`^ {2}(async )?${field}\\(`, "m");
    return [...texts].flatMap(([file, text]) =>
      file.includes("/resolvers/") && method.test(text) ? [file] : [],
    );
  };
  return {
    subgraphsOf: operation => new Set(startsOf(operation).map(subgraphOf)),
    asks(operation, file) {
      const starts = startsOf(operation);
      const name = basename(file, ".ts");
      // Beside what it is called after, a rule may lend a word to others: to take that asks nothing of it.
      const isOwn = new RegExp(`^export (async )?(function|const) ${name}\\b`, "m").test(
        texts.get(file) ?? "",
      );
      const asked = new RegExp(isOwn ? `\\b${name}\\b` : "");
      const below = importsBelow(starts, texts);
      return starts.includes(file) || below.some(one => one.file === file && asked.test(one.names));
    },
  };
}

/** The subgraph that a file belongs to; blank: it belongs to none. */
export function subgraphOf(file: string): string {
  return /^subgraphs\/([^/]+)\//.exec(file)?.[1] ?? "";
}

function importsBelow(starts: readonly string[], texts: ReadonlyMap<string, string>): Import[] {
  const seen = new Set(starts);
  const found: Import[] = [];
  // Grows while it is walked.
  for (const file of seen) {
    const imports = [...(texts.get(file) ?? "").matchAll(IMPORT)].map(([, names = "", path = ""]) => ({
      names,
      file: `${join(dirname(file), path)}.ts`,
    }));
    found.push(...imports);
    for (const one of imports) seen.add(one.file);
  }
  return found;
}
