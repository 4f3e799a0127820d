import { describeAuthority } from "./roles/authority";
import { describeAuditor } from "./roles/auditor";
import { describeBanks } from "./roles/banks";
import { describeCaseLead } from "./roles/caseLead";
import { describeCarriers } from "./roles/carriers";
import { describeInvestigator } from "./roles/investigator";
import { describePerson } from "./roles/person";
import { describeRegulators } from "./roles/regulators";
import { openDesk, type ConsoleDesk } from "./support/consoleDesk";

jest.setTimeout(120_000); // a whole hub and a browser, on a machine that others use too

let desk: ConsoleDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

// One after the other, as things happen: what one has done, the next one sees.
describeInvestigator(() => desk);
describePerson(() => desk);
describeAuthority(() => desk);
describeCaseLead(() => desk);
describeBanks(() => desk);
describeCarriers(() => desk);
describeRegulators(() => desk);
describeAuditor(() => desk);
