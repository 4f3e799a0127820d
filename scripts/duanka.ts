#!/usr/bin/env node
import "reflect-metadata";
import { runProgram } from "./cli/runProgram";
import { createProgram } from "./createProgram";

void runProgram(createProgram(), process.argv.slice(2)).then(exitCode => {
  process.exitCode = exitCode;
});
