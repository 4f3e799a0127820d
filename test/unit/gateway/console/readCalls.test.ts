import texts from "../../../../gateway/console/page/locales/zh-CN.json";
import { csvRow } from "../../../../gateway/console/page/parts/csvRow";
import { csvText } from "../../../../gateway/console/page/parts/csvText";
import { decodeText } from "../../../../gateway/console/page/parts/decodeText";
import { readCalls } from "../../../../gateway/console/page/pages/flags/readCalls";

const readTable = (text: string): ReturnType<typeof readCalls> =>
  readCalls(text, kind => texts.enums.AbnormalFlagKind[kind]);
const MOMENTS = "2026-11-01 09:00,2026-11-01 17:30:05";

describe("a table of abnormal calls", () => {
  it.each([
    ["number", `1a,SPAM_SMS,${MOMENTS}`],
    ["kind", `14200000001,POLICE_NOTICE,${MOMENTS}`],
    ["observedFrom", "14200000001,SPAM_SMS,2026-13-01 09:00,2026-11-01 17:30"],
    ["observedFrom", "14200000001,SPAM_SMS,2026-02-30 09:00,2026-11-01 17:30"],
    ["observedTo", "14200000001,SPAM_SMS,2026-11-01 09:00,2026-11-01"],
    ["callCount", `14200000001,SPAM_SMS,${MOMENTS},-3`],
    ["callCount", `14200000001,SPAM_SMS,${MOMENTS},2147483648`],
    ["evidence", `14200000001,SPAM_SMS,${MOMENTS},3,sold, then resold`],
    ["evidence", `14200000001,SPAM_SMS,${MOMENTS},3,\uFFFD\uFFFD`],
  ])("tells the line where %s is not right, and reads the others", (column, row) => {
    const { reports, faults } = readTable(`number,kind\n${row}\n\n14200000001,SPAM_SMS,${MOMENTS}`);
    expect(faults).toEqual([{ line: 2, column }]);
    expect(reports).toHaveLength(1);
  });

  it("tells of each report the line of the file that it stands on, past headings, blank lines and faults", () => {
    const row = `14200000001,SPAM_SMS,${MOMENTS}`;
    expect(readTable(`number,kind\n${row}\n\nx,SPAM_SMS\n${row}`)).toMatchObject({
      lines: [2, 5],
      faults: [{ line: 4, column: "number" }],
    });
  });

  it("reads the full-width digits of a Chinese keyboard", () => {
    const { reports, faults } = readTable(
      "１４２０００００００１,SPAM_SMS,２０２６-11-01 09:00,2026-11-01 17:30,１２",
    );
    expect(faults).toEqual([]);
    expect(reports).toMatchObject([
      { number: "14200000001", callCount: 12, observedFrom: "2026-11-01T01:00:00.000Z" },
    ]);
  });

  it("keeps what was typed as it was typed, also where a spreadsheet would take it for a formula", () => {
    for (const evidence of ["-3 dB on the line", "=SUM said the caller", "@home", 'said "no"']) {
      const row = csvRow(["14200000001", "SPAM_SMS", ...MOMENTS.split(","), "3", evidence]);
      expect(readTable(row).reports).toMatchObject([{ evidence }]);
    }
    expect(csvText([["-3", "=1+1", "plain"]])).toBe(`"'-3","'=1+1","plain"`);
  });

  it("takes a time without a zone for China Standard Time, and keeps a comma in quotation marks", () => {
    const { reports } = readTable(`14200000001,SPAM_SMS,${MOMENTS},3,"sold, ""then"" resold"`);
    expect(reports).toEqual([
      {
        number: "14200000001",
        kind: "SPAM_SMS",
        observedFrom: "2026-11-01T01:00:00.000Z",
        observedTo: "2026-11-01T09:30:05.000Z",
        callCount: 3,
        evidence: 'sold, "then" resold',
      },
    ]);
  });

  it.each([
    "2026/11/1 9:00",
    "2026-11-1 9:00",
    "2026/11/01 09:00:00",
    "2026-11-01T09:00",
    "2026-11-01 01:00Z",
  ])("takes the time that a spreadsheet writes as %s for nine o'clock in China", time => {
    const { reports, faults } = readTable(`14200000001,SPAM_SMS,${time},2026/11/1 17:30`);
    expect(faults).toEqual([]);
    expect(reports).toMatchObject([
      { observedFrom: "2026-11-01T01:00:00.000Z", observedTo: "2026-11-01T09:30:00.000Z" },
    ]);
  });

  it.each(["2026/2/30 9:00", "2026-11/1 9:00", "1/11/2026 9:00", "2026/11/1 25:00", "2026/11/1"])(
    "does not guess what time %s is",
    time => {
      const { faults } = readTable(`14200000001,SPAM_SMS,${time},2026/11/1 17:30`);
      expect(faults).toEqual([{ line: 1, column: "observedFrom" }]);
    },
  );

  it("passes over a first row that names the columns in Chinese, also below an empty line", () => {
    const row = `14200000001,SPAM_SMS,${MOMENTS}`;
    expect(readTable(`\n号码,异常,开始,结束\n${row}`)).toMatchObject({ lines: [3], faults: [] });
  });

  it.each(["", "unknown", "１３x"])(
    "tells of a first row with %j for a number, rather than pass over it",
    number => {
      const { faults } = readTable(`${number},SPAM_SMS,${MOMENTS}`);
      expect(faults).toEqual([{ line: 1, column: "number" }]);
    },
  );

  it("tells of a heading in any row but the first", () => {
    const row = `14200000001,SPAM_SMS,${MOMENTS}`;
    expect(readTable(`${row}\n号码,异常`).faults).toEqual([{ line: 2, column: "number" }]);
  });

  it("reads a kind by its Chinese word as by its code, a police notice by neither", () => {
    const table = ["垃圾短信", "SPAM_SMS", "公安通报"]
      .map(kind => `14200000001,${kind},${MOMENTS}`)
      .join("\n");
    const { reports, faults } = readTable(table);
    expect(reports.map(({ kind }) => kind)).toEqual(["SPAM_SMS", "SPAM_SMS"]);
    expect(faults).toEqual([{ line: 3, column: "kind" }]);
  });

  it("reads the lines of a file that ends them with CR alone", () => {
    const row = `14200000001,SPAM_SMS,${MOMENTS}`;
    expect(readTable(`number,kind\r${row}\r${row}\r`)).toMatchObject({ lines: [2, 3], faults: [] });
  });

  it("reads what a spreadsheet saves: a mark in front, tabs, cells in quotation marks", () => {
    const row = ["14200000001", "SPAM_SMS", ...MOMENTS.split(",")].map(cell => `"${cell}"`).join("\t");
    const { reports, faults } = readTable(`\uFEFF"number"\t"kind"\r\n${row}\r\n`);
    expect(faults).toEqual([]);
    expect(reports).toHaveLength(1);
  });

  it("is read in the encoding of Chinese spreadsheets as in UTF-8", () => {
    const inGbk = Uint8Array.of(0xc9, 0xa7, 0xc8, 0xc5, 0xb5, 0xe7, 0xbb, 0xb0);
    expect(decodeText(inGbk.buffer)).toBe("骚扰电话");
    expect(decodeText(new TextEncoder().encode("骚扰电话").buffer)).toBe("骚扰电话");
  });
});
