import { Command } from "commander";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "../../gateway/errors/createLogger";
import { print, printAside, printJson } from "../cli/print";
import type { DemoHub, ToldStep } from "../demo/askStep";
import { loadHub } from "../embedded/loadHub";
import { dataOption } from "./dataOption";
import { findDemoHub } from "./findDemoHub";
import { jsonOption } from "./jsonOption";

const SEED = 1;

const EXAMPLES = `
Examples:
  npx duanka demo
  npx duanka demo --json | jq .title

It is told on the hub that runs in the data folder, and leaves it as it was. Where none runs, a hub of its own is
started in memory.`;

/** `duanka demo`: one story, told step by step on a real hub. */
export function demo(): Command {
  return new Command("demo")
    .description("tell one story step by step: who sees what, who restricts, and how it comes back")
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async ({ data, json }: { data: string; json: boolean }) => {
      const { tellDemo } = await import("../demo/tellDemo.js");
      const tellAll = async (hub: DemoHub): Promise<void> => {
        const { document } = hub.people.ringMember;
        printAside(
          `Told on the hub at ${hub.gateway}, of a made-up person: ${document.type} ${document.number}`,
        );
        let number = 0;
        for await (const told of tellDemo(hub)) tell(told, ++number, json);
      };
      const running = await findDemoHub(data);
      if (running !== null) return tellAll(running);
      printAside(`No hub answers in ${data}: one is started in memory, gone when the story has ended …`);
      await onOwnHub(tellAll);
    });
}

/** A hub in memory, gone when the story has ended. */
async function onOwnHub(tellAll: (hub: DemoHub) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "duanka-demo-"));
  const options = {
    folder,
    port: 0,
    identityPort: 0,
    people: 0,
    seed: SEED,
    clock: () => new Date(),
    logger: createLogger(process.env.LOG_LEVEL ?? "error"),
  };
  const hub = await loadHub(options, { directory: "memory://" });
  try {
    await tellAll(hub);
  } finally {
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell({ step, answer }: ToldStep, number: number, json: boolean): void {
  const { title, as, purpose, reference } = step;
  if (json) return printJson({ number, title, as, purpose, reference, ...answer });
  const asked = [as, [purpose, reference].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  print(`\n${number} · ${title}  [${asked}]`);
  for (const line of step.tell(answer)) print(`    ${line}`);
}
