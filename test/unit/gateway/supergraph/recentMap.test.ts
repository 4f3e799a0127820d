import { createHash } from "node:crypto";
import { createRecentMap } from "../../../../gateway/supergraph/recentMap";
import { createDocumentStore } from "../../../../gateway/supergraph/trustedDocuments";

describe("a map of what was used last", () => {
  test("forgets what was not used for longest", () => {
    const map = createRecentMap<number>(2);
    map.set("a", 1);
    map.set("b", 2);
    expect(map.get("a")).toBe(1);
    map.set("c", 3);
    expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([1, undefined, 3]);
  });

  test("a value that is set again takes no second place", () => {
    const map = createRecentMap<number>(2);
    map.set("a", 1);
    map.set("b", 2);
    map.set("a", 3);
    expect([map.get("a"), map.get("b")]).toEqual([3, 2]);
  });
});

describe("the store of documents", () => {
  test("is bounded for those that clients send, and keeps the trusted ones", async () => {
    const store = createDocumentStore(["{ trusted }"]);
    for (let count = 0; count < 3_000; count += 1) await store.cache.set(`apq:${count}`, `{ f${count} }`);
    const kept = await Promise.all(
      Array.from({ length: 3_000 }, (_, count) => store.cache.get(`apq:${count}`)),
    );
    expect(kept.filter(text => text !== undefined)).toHaveLength(1_000);
    const hash = createHash("sha256").update("{ trusted }").digest("hex");
    expect(await store.cache.get(`apq:${hash}`)).toBe("{ trusted }");
    expect([store.isTrusted(hash), store.isTrusted("2999")]).toEqual([true, false]);
  });
});
