import {
  createRevocations,
  REVOCATIONS_POLL_MS,
  REVOCATIONS_TRUSTED_MS,
  type RevocationList,
} from "../../../../gateway/auth/revocations";
import { createHandClock, type HandClock } from "./tokenWorld";

const NOTHING: RevocationList = { tokens: [], officers: [] };
let clock: HandClock;
const at = (seconds: number) => new Date(clock().getTime() + seconds * 1_000);

beforeEach(() => {
  clock = createHandClock();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

async function started(load: () => Promise<RevocationList>) {
  const revocations = createRevocations(load, clock);
  await revocations.start();
  return revocations;
}

test("before the first list has come everybody is refused", () => {
  const revocations = createRevocations(() => Promise.resolve(NOTHING), clock);
  expect(revocations.isRevoked("t-1", "bank/clerk", at(0))).toBe(true);
});

test("a list that cannot be loaded at the start lets nobody in", async () => {
  const revocations = await started(() => Promise.reject(new Error("down")));
  expect(revocations.isRevoked("t-1", "bank/clerk", at(0))).toBe(true);
  revocations.stop();
});

test.each<[string, RevocationList, boolean]>([
  ["nothing revoked", NOTHING, false],
  ["this token", { tokens: ["t-1"], officers: [] }, true],
  ["another token", { tokens: ["t-2"], officers: [] }, false],
  [
    "the officer, after the token was issued",
    { tokens: [], officers: [{ id: "bank/clerk", before: new Date("2026-11-24T08:00:01Z") }] },
    true,
  ],
  [
    "the officer, before the token was issued",
    { tokens: [], officers: [{ id: "bank/clerk", before: new Date("2026-11-24T07:59:59Z") }] },
    false,
  ],
  [
    "the officer twice, of which the later counts",
    {
      tokens: [],
      officers: [
        { id: "bank/clerk", before: new Date("2026-11-24T08:00:01Z") },
        { id: "bank/clerk", before: new Date("2026-11-24T07:00:00Z") },
      ],
    },
    true,
  ],
  [
    "another officer",
    { tokens: [], officers: [{ id: "bank/other", before: new Date("2026-11-24T08:00:01Z") }] },
    false,
  ],
])("%s", async (_, list, expected) => {
  const revocations = await started(() => Promise.resolve(list));
  expect(revocations.isRevoked("t-1", "bank/clerk", at(0))).toBe(expected);
  revocations.stop();
});

test("a token without an id can be revoked by its officer alone", async () => {
  const revocations = await started(() => Promise.resolve({ tokens: ["null"], officers: [] }));
  expect(revocations.isRevoked(null, "bank/clerk", at(0))).toBe(false);
  revocations.stop();
});

test("what is revoked now is refused within one poll", async () => {
  let list = NOTHING;
  const revocations = await started(() => Promise.resolve(list));
  list = { tokens: ["t-1"], officers: [] };
  expect(REVOCATIONS_POLL_MS).toBeLessThanOrEqual(10_000);
  clock.move(REVOCATIONS_POLL_MS);
  await jest.advanceTimersByTimeAsync(REVOCATIONS_POLL_MS);
  expect(revocations.isRevoked("t-1", "bank/clerk", at(0))).toBe(true);
  revocations.stop();
});

test("a list that grows too old lets nobody in, until the store answers again", async () => {
  let isDown = false;
  const revocations = await started(() =>
    isDown ? Promise.reject(new Error("down")) : Promise.resolve(NOTHING),
  );
  isDown = true;
  const later = async (milliseconds: number) => {
    clock.move(milliseconds);
    await jest.advanceTimersByTimeAsync(milliseconds);
  };
  await later(REVOCATIONS_TRUSTED_MS);
  expect(revocations.isRevoked("t-1", "bank/clerk", at(0))).toBe(false);
  await later(1);
  expect(revocations.isRevoked("t-1", "bank/clerk", at(0))).toBe(true);
  isDown = false;
  await later(REVOCATIONS_POLL_MS);
  expect(revocations.isRevoked("t-1", "bank/clerk", at(0))).toBe(false);
  revocations.stop();
});

test("an answer that was long on its way is as old as its question, and replaces no newer one", async () => {
  const answers: ((list: RevocationList) => void)[] = [];
  const revocations = createRevocations(() => new Promise(resolve => answers.push(resolve)), clock);
  const starting = revocations.start();
  clock.move(REVOCATIONS_POLL_MS);
  await jest.advanceTimersByTimeAsync(REVOCATIONS_POLL_MS);
  answers[1]?.({ tokens: ["t-1"], officers: [] });
  await jest.advanceTimersByTimeAsync(0);
  answers[0]?.(NOTHING);
  await starting;
  expect(revocations.isRevoked("t-1", "bank/clerk", at(0))).toBe(true);
  revocations.stop();
});
