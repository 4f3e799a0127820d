import { Command } from "commander";
import { CliError } from "../../../../scripts/cli/cliError";
import { runProgram } from "../../../../scripts/cli/runProgram";
import { createProgram } from "../../../../scripts/createProgram";

const SECRET = "110101199003070000";
let written: string;
let spies: jest.SpyInstance[];
beforeEach(() => {
  written = "";
  const collect = (chunk: unknown): boolean => {
    written += String(chunk);
    return true;
  };
  spies = [
    jest.spyOn(process.stdout, "write").mockImplementation(collect),
    jest.spyOn(process.stderr, "write").mockImplementation(collect),
  ];
});
afterEach(() => spies.forEach(spy => spy.mockRestore()));

function failing(error: unknown): Command {
  const action = (): never => {
    throw error;
  };
  return new Command("test").addCommand(new Command("fail").action(action));
}

describe("the command line", () => {
  it.each([
    ["an unknown command", ["strat"]],
    ["an unknown option", ["people", "--jsn"]],
    ["an unknown user", ["token", "--as", "nobody"]],
    ["a missing option", ["token"]],
    ["a number that is none", ["seed", "--people", "many"]],
    ["a number out of bounds", ["seed", "--people", "-1"]],
    ["an argument too many", ["people", "extra"]],
  ])("ends with 2 on %s and says how to learn more", async (_, args) => {
    expect(await runProgram(createProgram(), args)).toBe(2);
    expect(written).toMatch(/error: /);
    expect(written).toContain("--help");
  });

  it("ends with 1 on an error of ours and names the next step", async () => {
    expect(await runProgram(failing(new CliError("No hub.", { next: "Start one." })), ["fail"])).toBe(1);
    expect(written).toBe("error: No hub.\nnext:  Start one.\n");
  });

  it("shows no value that an unexpected error carries", async () => {
    const error = Object.assign(new Error(`insert failed: (${SECRET})\n  at ${SECRET}`), {
      code: "23505",
      detail: SECRET,
    });
    expect(await runProgram(failing(error), ["fail"])).toBe(1);
    expect(written).not.toContain(SECRET);
    expect(written).toContain("Error 23505");
    expect(written).toContain("runProgram.test.ts");
  });

  it.each(createProgram().commands.map(command => [command.name()]))(
    "has examples in the help of %s, and --json",
    async name => {
      expect(await runProgram(createProgram(), [name, "--help"])).toBe(0);
      expect(written).toContain("Examples:");
      expect(written).toContain("--json");
    },
  );

  it("shows its commands and ends with 0 on --help", async () => {
    expect(await runProgram(createProgram(), ["--help"])).toBe(0);
    expect(written).toContain("token");
  });
});
