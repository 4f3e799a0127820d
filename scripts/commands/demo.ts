import { Command } from "commander";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "../../gateway/errors/createLogger";
import { print, printAside, printJson } from "../cli/print";
import type { ToldStep } from "../demo/tellDemo";
import { jsonOption } from "./jsonOption";

const SEED = 1;

const EXAMPLES = `
Examples:
  npx duanka demo
  npx duanka demo --json | jq .title

It runs a hub of its own in memory and leaves nothing behind.`;

/** `duanka demo`: one story, told step by step on a real hub. */
export function demo(): Command {
  return new Command("demo")
    .description("tell one story step by step: who sees what of the same person, and why")
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async ({ json }: { json: boolean }) => {
      printAside("Starting a hub in memory …");
      const { startEmbedded } = await import("../embedded/startEmbedded.js");
      const { tellDemo } = await import("../demo/tellDemo.js");
      const folder = mkdtempSync(join(tmpdir(), "duanka-demo-"));
      const hub = await startEmbedded({
        folder,
        storeDirectory: "memory://",
        port: 0,
        identityPort: 0,
        people: 0,
        seed: SEED,
        clock: () => new Date(),
        logger: createLogger(process.env.LOG_LEVEL ?? "error"),
      });
      try {
        let number = 0;
        for await (const told of tellDemo(hub)) tell(told, ++number, json);
      } finally {
        await hub.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
}

function tell({ step, answer }: ToldStep, number: number, json: boolean): void {
  const { title, as, purpose, reference } = step;
  if (json) return printJson({ number, title, as, purpose, reference, ...answer });
  const purposeText = purpose === undefined ? "no purpose" : [purpose, reference].filter(Boolean).join(" ");
  print(`\n${number} · ${title}  [${as}, ${purposeText}]`);
  for (const line of step.tell(answer)) print(`    ${line}`);
}
