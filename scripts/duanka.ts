#!/usr/bin/env -S node --max-semi-space-size=32 --heap-growing-percent=100
import "reflect-metadata";
import { runProgram } from "./cli/runProgram";
import { createProgram } from "./createProgram";

void runProgram(createProgram(), process.argv.slice(2)).then(exitCode => {
  process.exitCode = exitCode;
});
