import type { ConsoleDesk } from "./consoleDesk";
import type { Visit } from "./visit";

interface Role {
  /** The demo user. */
  readonly user: string;
  /** The pages of the role, in the order of the navigation. */
  readonly pages: readonly string[];
  /** What the role is there for. */
  readonly jobs?: (visit: () => Visit, it: Step) => void;
}

/** A test of a visit, which begins where the one before has ended. */
type Step = (sentence: string, work: () => Promise<void>) => void;

/** One role at its desk: offered its own pages and no other, each without barriers, in both languages; then its work. */
export function describeRole(desk: () => ConsoleDesk, { user, pages, jobs }: Role): void {
  describe(`${user}, signed in at the issuer's own page`, () => {
    let visit: Visit;
    let brokenAt: string | null = null;
    // Where one has failed nothing is as the next expects it: each would wait in vain, for an hour all together.
    const step: Step = (sentence, work) =>
      it(sentence, async () => {
        if (brokenAt !== null) throw new Error(`Not tried, since this failed before: ${brokenAt}`);
        brokenAt = sentence;
        await work();
        brokenAt = null;
      });
    beforeAll(async () => {
      visit = await desk().visit(user);
    });

    step("finds the pages of the role and no other, all without barriers", async () => {
      expect(await visit.places()).toEqual(pages);
      for (const place of pages) {
        await visit.goTo(place);
        if (isFirstAt(place, user)) await visit.look();
        else await visit.read();
      }
      await visit.goTo(pages[0]!);
      if (isFirstAt(`${pages[0]!} in English`, user)) await visit.lookInEnglish();
    });

    jobs?.(() => visit, step);

    it("has asked nobody but the hub and the issuer for anything, and broken none of the page's rules", () =>
      visit.end());
  });
}

/** The same page for everybody. */
const WARNINGS = "公众提示";
const lookedAt = new Set<string>();

/** A page that a colleague has been shown is made of the same parts: it is looked at for barriers once. */
function isFirstAt(place: string, user: string): boolean {
  const trade = /^(?:bank|payment)-/.test(user) ? "accounts" : user.split("-")[0]!;
  const page = place === WARNINGS ? place : `${place} of ${trade}`;
  if (lookedAt.has(page)) return false;
  lookedAt.add(page);
  return true;
}
