import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { profileShare } from "../../../../../scripts/bench/load/profileShare";

// A server calls what permits, which calls a digest, which calls a cipher; and it calls the digest itself as well.
const [ROOT, SERVER, PERMIT, DIGEST, CIPHER, OWN_DIGEST, IDLE] = [1, 2, 3, 4, 5, 6, 7] as const;
const node = (id: number, functionName: string, url: string, ...children: number[]) => ({
  id,
  callFrame: { functionName, scriptId: "0", url, lineNumber: 0, columnNumber: 0 },
  ...(children.length === 0 ? {} : { children }), // V8 leaves them out as well
});
const NODES = [
  node(ROOT, "(root)", "", SERVER, IDLE),
  node(SERVER, "serve", "file:///hub/server.js", PERMIT, OWN_DIGEST),
  node(PERMIT, "permit", "file:///hub/auth/permit.js", DIGEST),
  node(DIGEST, "digest", "file:///hub/digest.js", CIPHER),
  node(CIPHER, "cipher", "node:internal/crypto"),
  node(OWN_DIGEST, "digest", "file:///hub/digest.js"),
  node(IDLE, "(idle)", ""),
];
const isAuth = (url: string): boolean => url.includes("/auth/");

describe("of a profile, the part of the time that is laid to some files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "duanka-profile-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** As Node writes it: each time what was on top of the stack, and the microseconds. */
  function write(name: string, samples: readonly number[], timeDeltas: readonly number[]): void {
    const profile = { nodes: NODES, startTime: 0, endTime: 0, samples, timeDeltas };
    writeFileSync(join(folder, name), JSON.stringify(profile));
  }

  test("is what they took themselves, by time and not by number of samples", () => {
    write("a.cpuprofile", [PERMIT, SERVER, SERVER, PERMIT], [100, 150, 150, 600]);
    expect(profileShare(folder, isAuth)).toBeCloseTo(0.7);
  });

  test("is also what those took that they called, and that these called in turn", () => {
    write("a.cpuprofile", [DIGEST, CIPHER, SERVER], [200, 300, 500]);
    expect(profileShare(folder, isAuth)).toBeCloseTo(0.5);
  });

  test("is not what those took that called them, nor what the same function did for others", () => {
    write("a.cpuprofile", [ROOT, SERVER, OWN_DIGEST, PERMIT], [100, 200, 300, 400]);
    expect(profileShare(folder, isAuth)).toBeCloseTo(0.4);
  });

  test("is a part of the work: resting is none", () => {
    write("a.cpuprofile", [IDLE, PERMIT, IDLE, SERVER], [9_000, 250, 9_000, 750]);
    expect(profileShare(folder, isAuth)).toBeCloseTo(0.25);
  });

  test("is nothing where none of them ran, and all where nothing else did", () => {
    write("a.cpuprofile", [SERVER], [100]);
    expect(profileShare(folder, isAuth)).toBe(0);
    expect(profileShare(folder, () => true)).toBe(1);
  });

  test("is read from the newest by name, whichever was written last, and from no other kind of file", () => {
    write("duanka-20000-1796158800300.cpuprofile", [PERMIT], [100]);
    write("duanka-20000-1796158800200.cpuprofile", [SERVER], [100]);
    write("duanka-20000-1796158800100.cpuprofile", [SERVER], [100]);
    writeFileSync(join(folder, "duanka-20000.log"), "listening");
    expect(profileShare(folder, isAuth)).toBe(1);
  });

  test("cannot be told where no profile was written, whatever else was", () => {
    expect(() => profileShare(folder, isAuth)).toThrow(`no profile was written to ${folder}`);
    writeFileSync(join(folder, "duanka-20000.log"), "listening");
    expect(() => profileShare(folder, isAuth)).toThrow(`no profile was written to ${folder}`);
  });

  test("cannot be told from what is no profile", () => {
    writeFileSync(join(folder, "a.cpuprofile"), '{"nodes":[]}');
    expect(() => profileShare(folder, isAuth)).toThrow("samples");
  });
});
