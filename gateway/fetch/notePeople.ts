import type { ExecutionResult } from "graphql";
import { ABOUT_EXTENSION } from "../../schema/contract/answerExtensions";
import { SubgraphFailure } from "./subgraphFailure";
import type { SubgraphTransport } from "./subgraphTransport";

/** Notes, for the record, whom answers are about without showing them. An answer that does not say it plainly is none. */
export function notePeople(transport: SubgraphTransport): SubgraphTransport {
  return {
    async send(request) {
      const answer = await transport.send(request);
      const people = readPeople(answer);
      if (people === null)
        throw new SubgraphFailure(request.subgraph, "WRONG_SHAPE", "whom the answer is about");
      for (const person of people) request.notes.people.add(person);
      return answer;
    },
    close: async () => transport.close?.(),
  };
}

function readPeople({ extensions }: ExecutionResult): readonly string[] | null {
  const told: unknown = extensions?.[ABOUT_EXTENSION] ?? [];
  return Array.isArray(told) && told.every(one => typeof one === "string") ? told : null;
}
