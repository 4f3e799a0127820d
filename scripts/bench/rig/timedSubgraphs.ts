import { serveStandIns } from "./serveStandIns";
import type { FetchTime } from "./fetchTimes";

/**
 * Runs as a process of its own: passes every question on and takes the time until it is answered, from outside the
 * gateway, whose own waiting is therefore not in it. A GET is told what has been timed since the last one.
 */
serveStandIns(process.argv.slice(2), () => {
  let times: FetchTime[] = [];
  return {
    async answer(question, passOn) {
      const startedAt = performance.now();
      const text = await passOn(question);
      times.push({ operation: operationOf(question), ms: performance.now() - startedAt });
      return text;
    },
    tell() {
      const told = JSON.stringify(times);
      times = [];
      return told;
    },
  };
});

function operationOf(question: string): string {
  const [, named] = /"operationName":"(\w+)"/.exec(question) ?? [];
  return named ?? (question.includes("policyVerdict") ? "policyVerdict" : "");
}
