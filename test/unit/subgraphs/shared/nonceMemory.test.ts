import { createProcessNonceMemory } from "../../../../subgraphs/shared/nonceMemory";

/** As long as a signature can be good: 30 s, and 5 s that a clock may be ahead. */
const SIGNATURE_LIFE_MS = 35_000;

test.each([0, 20_000, 45_000, 59_999, 60_000, 119_000])(
  "a nonce first seen %i ms after the start is known for as long as its signature is good",
  async seenAt => {
    let now = 0;
    const memory = createProcessNonceMemory(() => now);
    now = seenAt;
    expect(await memory.claim("a nonce")).toBe(true);
    for (let age = 1_000; age <= SIGNATURE_LIFE_MS; age += 1_000) {
      now = seenAt + age;
      // Whatever else is asked meanwhile.
      expect(await memory.claim(`another ${age}`)).toBe(true);
      expect(await memory.claim("a nonce")).toBe(false);
    }
  },
);

test("what is long past is forgotten, so that the memory does not grow", async () => {
  let now = 0;
  const memory = createProcessNonceMemory(() => now);
  await memory.claim("a nonce");
  now = 60_000;
  await memory.claim("another");
  now = 120_000;
  expect(await memory.claim("a nonce")).toBe(true);
});
