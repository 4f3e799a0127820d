/**
 * A Jest reporter for a run that does not end. Jest tells of a test file once it is through, so that one which hangs
 * is never named: this names those that were begun when the run is cut off (SIGTERM), and cuts it off itself once a
 * file takes longer than any does.
 */
"use strict";
const { readFileSync, writeSync } = require("node:fs");

const LONGEST_MS = 15 * 60_000; // the longest takes a quarter of that on a busy machine

module.exports = class TellUnfinished {
  begun = new Map();

  onRunStart() {
    process.once("SIGTERM", () => this.cutOff("The run was told to end"));
    this.watch = setInterval(() => {
      const earliest = Math.min(...this.begun.values());
      if (Date.now() - earliest > LONGEST_MS) this.cutOff("A test file does not end");
    }, 10_000).unref();
  }

  onTestFileStart({ path }) {
    this.begun.set(path, Date.now());
  }

  onTestFileResult({ path }) {
    this.begun.delete(path);
  }

  onRunComplete() {
    clearInterval(this.watch);
  }

  cutOff(why) {
    const files = [...this.begun].map(
      ([path, at]) => `  ${path}, for ${Math.round((Date.now() - at) / 1_000)} s`,
    );
    writeSync(process.stderr.fd, `${why}. Not through:\n${files.join("\n")}\n`); // Jest holds back what is written else
    // A worker that hangs does not see that this process is gone.
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim();
    for (const pid of children.split(" ").filter(Boolean)) process.kill(Number(pid), "SIGKILL");
    process.exit(1);
  }
};
