import { eachInFlight } from "../../../../scripts/import/eachInFlight";

/** Resolves once it is told to. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>(resolve => (open = resolve));
  return { opened, open };
}

describe("batches of a file that are written beside each other", () => {
  test("a batch that fails while the next one is read fails the import, which begins no further one", async () => {
    const begun: string[] = [];
    const failed = gate();
    async function* items(): AsyncGenerator<string> {
      yield "a";
      yield "b";
      await failed.opened;
      yield "c";
    }
    const importing = eachInFlight(items(), 2, async item => {
      begun.push(item);
      if (item !== "b") return;
      await new Promise(resolve => setImmediate(resolve));
      setImmediate(failed.open);
      throw new Error("b could not be written");
    });
    await expect(importing).rejects.toThrow("b could not be written");
    expect(begun).toEqual(["a", "b"]);
  });

  test("the last batch of all fails the import as well", async () => {
    async function* items(): AsyncGenerator<string> {
      yield "a";
      yield await Promise.resolve("b");
    }
    const work = (item: string): Promise<void> =>
      item === "b" ? Promise.reject(new Error("b could not be written")) : Promise.resolve();
    await expect(eachInFlight(items(), 3, work)).rejects.toThrow("b could not be written");
  });

  test("what is in flight comes to its end before a file that breaks off is told of", async () => {
    const written: string[] = [];
    async function* items(): AsyncGenerator<string> {
      yield await Promise.resolve("a");
      throw new Error("no CSV from line 3 on");
    }
    const work = async (item: string): Promise<void> => {
      await new Promise(resolve => setImmediate(resolve));
      written.push(item);
    };
    await expect(eachInFlight(items(), 2, work)).rejects.toThrow("no CSV from line 3 on");
    expect(written).toEqual(["a"]);
  });

  test("no more are in flight than may be", async () => {
    let inFlight = 0;
    let most = 0;
    async function* items(): AsyncGenerator<number> {
      for (let item = 0; item < 20; item++) yield await Promise.resolve(item);
    }
    await eachInFlight(items(), 3, async () => {
      most = Math.max(most, ++inFlight);
      await new Promise(resolve => setImmediate(resolve));
      inFlight--;
    });
    expect(most).toBe(3);
  });
});
