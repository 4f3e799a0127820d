/**
 * Loaded before a process that is profiled: Node writes a profile only where the process ends by itself, and who has
 * no ending of their own would be cut off.
 */
process.on("SIGTERM", () => {
  if (process.listenerCount("SIGTERM") === 1) process.exit();
});
