import { openDesk, type ConsoleDesk } from "./support/consoleDesk";
import { describeEverybody } from "./roles/everybody";

jest.setTimeout(300_000); // a whole hub and a browser, on a machine that others use too

let desk: ConsoleDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describeEverybody(() => desk);
