import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../../../..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

describe("whoever runs the hub", () => {
  it("gets from `npm start` a Node with the same flags as from `npx duanka`", () => {
    const [firstLine = ""] = read("scripts/duanka.ts").split("\n");
    const flags = firstLine.replace("#!/usr/bin/env -S node ", "");
    const { scripts } = JSON.parse(read("package.json")) as { scripts: { start: string } };
    execFileSync(process.execPath, [...flags.split(" "), "--eval", "0"]);
    expect(scripts.start).toBe(`node ${flags} dist/scripts/duanka.js start`);
  });
});
