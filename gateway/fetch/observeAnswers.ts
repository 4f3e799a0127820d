import { SubgraphFailure } from "./subgraphFailure";
import type { SubgraphTransport } from "./subgraphTransport";

/** Told how long a question took and what came of it: ANSWERED or the reason of the failure. */
export type OnAsked = (subgraph: string, outcome: string, seconds: number) => void;

/** Measures each question that really goes out. */
export function observeAnswers(transport: SubgraphTransport, onAsked: OnAsked): SubgraphTransport {
  return {
    async send(request) {
      const startedAt = performance.now();
      const tell = (outcome: string) =>
        onAsked(request.subgraph, outcome, (performance.now() - startedAt) / 1_000);
      try {
        const answer = await transport.send(request);
        tell("ANSWERED");
        return answer;
      } catch (error) {
        tell(error instanceof SubgraphFailure ? error.reason : "UNREACHABLE");
        throw error;
      }
    },
    close: async () => transport.close?.(),
  };
}
