import { randomBytes } from "node:crypto";
import { createCacheNames } from "../../../../../schema/contract/cacheNames";
import { createCacheInvalidator } from "../../../../../subgraphs/shared/relay/createCacheInvalidator";

describe("what a relay does about the cache", () => {
  const names = createCacheNames(randomBytes(32));
  const asked: (readonly string[])[] = [];
  const troubles: unknown[] = [];
  beforeEach(() => {
    asked.length = 0;
    troubles.length = 0;
  });

  function invalidator(failures: number): (touched: readonly string[]) => Promise<void> {
    return createCacheInvalidator({
      subgraph: "banking",
      names,
      forget(entities) {
        asked.push(entities);
        return asked.length <= failures ? Promise.reject(new Error("away")) : Promise.resolve();
      },
      onTrouble: error => troubles.push(error),
    });
  }

  it("names entities as the gateway does, and tries again while the cache fails over", async () => {
    await invalidator(2)(["Account:a", "Subject:s:1"]);
    const entities = [names.entity("banking", "Account", "a"), names.entity("banking", "Subject", "s:1")];
    expect(asked).toEqual([entities, entities, entities]);
    expect(troubles).toEqual([]);
  });

  it("does not hold the feed up for a cache that stays away, and says that it is", async () => {
    await invalidator(Infinity)(["Account:a"]);
    expect(asked).toHaveLength(5);
    expect(troubles).toHaveLength(1);
  });
});
