import type { ExecutionResult } from "graphql";
import type { EntityCache } from "../../../../gateway/cache/entityCache";
import { forgetTouched } from "../../../../gateway/fetch/caching/forgetTouched";
import type { SubgraphRequest } from "../../../../gateway/fetch/subgraphTransport";

const STALE = { staleUpToSeconds: 60 };

describe("a mutation's answer", () => {
  const extensions = new Map<string, unknown>();
  beforeEach(() => extensions.clear());

  function forget(
    answer: () => Promise<ExecutionResult>,
    invalidate: EntityCache["invalidate"] = () => Promise.resolve(true),
  ): Promise<ExecutionResult> {
    const request = { subgraph: "s", notes: { servedFromCache: new Set(), extensions } };
    return forgetTouched(
      { send: answer },
      { invalidate } as unknown as EntityCache,
      request as unknown as SubgraphRequest,
    );
  }
  const touching = (touched: unknown) => () => Promise.resolve({ data: {}, extensions: { touched } });

  it("waits until what it touched is forgotten", async () => {
    let finish: (isForgotten: boolean) => void = () => undefined;
    const forgotten: unknown[] = [];
    let hasAnswered = false;
    const answer = forget(touching(["Person:a:b"]), (subgraph, entities) => {
      forgotten.push(subgraph, entities);
      return new Promise(resolve => (finish = resolve));
    }).then(() => void (hasAnswered = true));
    await new Promise(setImmediate);
    expect(forgotten).toEqual(["s", [{ type: "Person", id: "a:b" }]]);
    expect(hasAnswered).toBe(false);
    finish(true);
    await answer;
    expect(extensions.size).toBe(0);
  });

  it("says for how long others may see what was, where that is not forgotten in time", async () => {
    await forget(touching(["Person:a"]), () => Promise.resolve(false));
    expect(extensions.get("cache")).toEqual(STALE);
  });

  it.each([["Person:a"], [["Person"]], [[":a"]], [[7]]])(
    "says so too where the subgraph names what it touched as %j",
    async touched => {
      await forget(touching(touched));
      expect(extensions.get("cache")).toEqual(STALE);
    },
  );

  it("says so too where it is lost, since the change may stand", async () => {
    await expect(forget(() => Promise.reject(new Error("cut off")))).rejects.toThrow("cut off");
    expect(extensions.get("cache")).toEqual(STALE);
  });
});
