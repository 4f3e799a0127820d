import * as fc from "fast-check";
import { eachStore } from "../../support/databases";
import { expectSameEnd } from "../../support/expectSameEnd";
import { carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { person } from "./telecomRows";
import { TELECOM_WORLD } from "./telecomWorld";

const REPORT = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) {
  rejected items { code message } } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { status kind registeredOn activatedOn lastUsedOn closedOn
  holder { telecomIdentity { name } } openedAt { code } realName { method photoReference } riskNotice { noticeVersion } } }`;
const LAST_HOUR = 3;
/** What a carrier calls its customer, hour by hour. */
const NAMES = ["赵一", "赵壹", "招一", "赵一一"];
const OPEN = ["ACTIVE", "DORMANT", "REVERIFY_REQUIRED", "SUSPENDED"] as const;

/** What a carrier may have seen within an hour, more than one thing of the same moment included. */
const sighting = fc
  .record({
    hour: fc.integer({ min: 0, max: LAST_HOUR }),
    status: fc.constantFrom(...OPEN),
    isExtreme: fc.boolean(),
    hasEvidence: fc.boolean(),
    isNamed: fc.boolean(),
    lastUsedOn: fc.option(fc.constantFrom("2026-11-05", "2026-11-10")),
    outletCode: fc.option(fc.constantFrom("C01-1", "C01-2")),
  })
  .map(({ hour, status, isExtreme, hasEvidence, isNamed, ...rest }) => {
    const isPending = isExtreme && hour === 0;
    const isClosed = isExtreme && hour === LAST_HOUR;
    const evidence = {
      realNameMethod: "ID_READER",
      onlineCheckPassed: true,
      photoReference: "photo/7",
      riskNotice: {
        kind: "RISK_NOTICE",
        noticeVersion: "2024-12",
        noticeDigest: "ab".repeat(32),
        acknowledgedAt: "2026-11-01T03:00:00.000Z",
      },
    };
    return {
      ...rest,
      holderName: isNamed ? NAMES[hour] : null,
      observedAt: `2026-11-12T0${hour}:00:00.000Z`,
      status: isPending ? "PENDING" : isClosed ? "CLOSED" : status,
      activatedOn: isPending ? null : "2026-11-02",
      closedOn: isClosed ? "2026-11-12" : null,
      // What is in use has all of it; the rest may have come with another report.
      ...(hasEvidence || status === "ACTIVE" ? evidence : {}),
    };
  });

eachStore("telecom", open => {
  let hub: TelecomHub;
  let sequence = 0;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });

  async function endOf(history: readonly object[], isOneBatch: boolean): Promise<unknown> {
    sequence += 1;
    const number = `14111${String(sequence).padStart(6, "0")}`;
    const holder = person(700 + sequence);
    const lines = history.map(seen => ({
      number,
      kind: "MOBILE",
      registeredOn: "2026-11-01",
      document: { ...holder, token: hub.tokenOf(holder) },
      ...seen,
    }));
    const batches = isOneBatch ? [lines] : lines.map(line => [line]);
    for (const [index, batch] of batches.entries()) {
      const input = { requestId: `shuffled-${sequence}-${index}`, carrier: "C01", lines: batch };
      const { data, code } = await hub.ask(carrier("C01", "carrier-reporting"), REPORT, { input });
      expect(code).toBeUndefined();
      expect(data.reportPhoneLines).toMatchObject({ rejected: 0 });
    }
    return (await hub.ask(police(), LINE, { n: number })).data.phoneLine;
  }

  test("a line's reports end alike in whatever order they come, those of the same moment included", async () => {
    await expectSameEnd(sighting, endOf);
  }, 120_000);
});
