import { createHash } from "node:crypto";
import { createDocumentStore } from "../../../../gateway/supergraph/trustedDocuments";

describe("the store of documents", () => {
  test("is bounded for those that clients send, and keeps the trusted ones", async () => {
    const store = createDocumentStore(["{ trusted }"]);
    for (let count = 0; count < 3_000; count += 1) await store.cache.set(`apq:${count}`, `{ f${count} }`);
    const kept = await Promise.all(
      Array.from({ length: 3_000 }, (_, count) => store.cache.get(`apq:${count}`)),
    );
    expect(kept.filter(text => text !== undefined)).toHaveLength(1_000);
    expect(kept.at(-1)).toBe("{ f2999 }");
    const hash = createHash("sha256").update("{ trusted }").digest("hex");
    expect(await store.cache.get(`apq:${hash}`)).toBe("{ trusted }");
    expect([store.isTrusted(hash), store.isTrusted("2999")]).toEqual([true, false]);
  });

  test("lets that one go which was not used for longest", async () => {
    const store = createDocumentStore([]);
    for (let count = 0; count < 1_000; count += 1) await store.cache.set(`apq:${count}`, `{ f${count} }`);
    expect(await store.cache.get("apq:0")).toBe("{ f0 }");
    await store.cache.set("apq:1000", "{ f1000 }");
    expect(await store.cache.get("apq:0")).toBe("{ f0 }");
    expect(await store.cache.get("apq:1")).toBeUndefined();
  });
});
