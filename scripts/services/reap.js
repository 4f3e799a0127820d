/**
 * Runs as a process of its own beside the run it clears up after. It is told on standard input what that started, one JSON
 * object a line, and when that input ends – at the end of the run, or because it was killed – it stops every process,
 * removes every folder, and gives back memory that was set aside. Nothing is left behind, whatever happened to the run.
 * Plain JavaScript, because it runs from the source folder, too, untransformed.
 */
const { readFileSync, rmSync, writeFileSync } = require("node:fs");
const { createInterface } = require("node:readline");

const STOP_MS = 8_000; // PostgreSQL's fast shutdown takes well under one second; then it is killed
const POLL_MS = 25;

const processes = new Map(); // pid → signal that stops it quickly and cleanly
const folders = new Set();
const setAside = []; // large pages that Linux keeps for those processes

const lines = createInterface({ input: process.stdin });
lines.on("line", line => {
  const order = JSON.parse(line);
  if (order.started) processes.set(order.started, order.signal);
  if (order.ended) processes.delete(order.ended);
  if (order.folder) folders.add(order.folder);
  if (order.hugePages) setAside.push(order.hugePages);
});
lines.on("close", () => void stopAll());

// A Ctrl-C in the terminal reaches the whole process group: the end of input decides, not the signal.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});

async function stopAll() {
  for (const [pid, signal] of processes) send(pid, signal);
  const deadline = Date.now() + STOP_MS;
  while (Date.now() < deadline && [...processes.keys()].some(pid => send(pid, 0))) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  for (const pid of processes.keys()) send(pid, "SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  for (const { file, count } of setAside)
    writeFileSync(file, String(Math.max(0, readFileSync(file, "utf8") - count)));
  process.exit(0);
}

/** False where there is no such process any more. */
function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
