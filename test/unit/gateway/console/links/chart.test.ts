import type { LinksQuery } from "../../../../../gateway/console/generated/operations";
import {
  mergeCharts,
  type ChartEdge,
  type ChartNode,
} from "../../../../../gateway/console/page/pages/links/chart";
import { takeStep, type History } from "../../../../../gateway/console/page/pages/links/chartHistory";
import {
  OPENED_AT_ONCE,
  viewChart,
  type ChartFilter,
} from "../../../../../gateway/console/page/pages/links/chartView";
import { toCsv, toGraphMl, toSvg } from "../../../../../gateway/console/page/pages/links/exportChart";
import { findGaps } from "../../../../../gateway/console/page/pages/links/findGaps";
import { placeAdded } from "../../../../../gateway/console/page/pages/links/placeAdded";
import { addHoldings, readLinks } from "../../../../../gateway/console/page/pages/links/readLinks";

type Subject = NonNullable<LinksQuery["subject"]>;
type Link = NonNullable<Subject["linkedAccounts"]>["nodes"][number];

const identity = (name: string) => ({ name, maskedNumber: "990***", kind: "PERSON" as const });

const link = (kind: Link["kind"], holder: string, value: string): Link => ({
  kind,
  hops: 1,
  account: {
    id: `a-${holder}`,
    maskedNumber: "***1234",
    kind: "DEBIT_CARD",
    status: "FROZEN",
    institution: { name: "B" },
  },
  holder: { id: holder, bankingIdentity: identity(holder), measuresInForce: [], sanctions: [] },
  evidence: [{ kind, value, firstSeen: "2026-01-02", lastSeen: "2026-03-04" }],
});

const subject = (links: Link[]): Subject => ({
  id: "me",
  bankingIdentity: identity("Me"),
  accounts: {
    totalCount: 1,
    pageInfo: { hasNextPage: false, endCursor: null },
    nodes: [
      {
        id: "own",
        maskedNumber: "***0001",
        kind: "DEBIT_CARD",
        status: "NORMAL",
        openedOn: "2026-01-01",
        institution: { name: "B" },
        reservedPhone: {
          number: "14200000001",
          holder: {
            id: "other",
            telecomIdentity: { name: "Other", kind: "PERSON" },
            measuresInForce: [{ kind: "NO_NEW_ACCOUNT" }],
            sanctions: [{ status: "ACTIVE" }],
          },
        },
      },
    ],
  },
  phoneLines: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
  measuresInForce: [{ kind: "NO_NEW_ACCOUNT" }],
  sanctions: [{ status: "ACTIVE" }],
  telecomCoverage: [],
  bankingCoverage: [],
  policeCoverage: [],
  linkedAccounts: { truncated: false, nodes: links },
});

const ALL: ChartFilter = {
  without: [],
  from: null,
  to: null,
  hops: 3,
  hidden: [],
  grouped: false,
  opened: [],
};

describe("the link chart", () => {
  it("draws one identity once, whatever led to it", () => {
    const chart = readLinks(
      subject([link("SHARED_PHONE", "other", "14200000001"), link("SHARED_DEVICE", "other", "dev-1")]),
      0,
    );
    expect(chart.nodes.filter(({ id }) => id === "other")).toHaveLength(1);
    expect(chart.nodes.filter(({ id }) => id === "line:14200000001")).toHaveLength(1);
  });

  it("marks in grey whose sanction was lifted, and not at all whose sanction ran out", () => {
    const ringOf = (status: "LIFTED" | "EXPIRED") => {
      const { nodes } = readLinks({ ...subject([]), measuresInForce: [], sanctions: [{ status }] }, 0);
      return nodes.find(({ id }) => id === "me")?.ring;
    };
    expect(ringOf("LIFTED")).toBe("grey");
    expect(ringOf("EXPIRED")).toBeNull();
  });

  it("marks whoever a link or a phone leads to as it marks the person asked about", () => {
    const tied = { ...link("SHARED_DEVICE", "x", "dev-1"), account: null };
    const lifted = { ...tied, holder: { ...tied.holder!, sanctions: [{ status: "LIFTED" as const }] } };
    const { nodes } = readLinks(subject([lifted]), 0);
    expect(nodes.find(({ id }) => id === "x")?.ring).toBe("grey");
    expect(nodes.find(({ id }) => id === "other")?.ring).toBe("red");
  });

  it("marks a line that is stopped and not an account that was closed, with which nothing was lifted", () => {
    const me = subject([]);
    const [own] = me.accounts!.nodes;
    const line = {
      id: "l1",
      number: "14200000009",
      kind: "MOBILE" as const,
      status: "SUSPENDED" as const,
      registeredOn: "2026-01-01",
      carrier: { name: "C" },
    };
    const { nodes } = readLinks(
      {
        ...me,
        accounts: { ...me.accounts!, nodes: [{ ...own!, status: "CLOSED" }] },
        phoneLines: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [line] },
      },
      0,
    );
    expect(nodes.find(({ id }) => id === "account:own")?.ring).toBeNull();
    expect(nodes.find(({ id }) => id === "line:14200000009")?.ring).toBe("red");
  });

  it("marks who is under a measure, a phone of somebody else's, and what is only likely", () => {
    const { nodes, edges } = readLinks(subject([link("SHARED_AGENT", "x", "AG1")]), 0);
    expect(nodes.find(({ id }) => id === "me")?.ring).toBe("red");
    expect(edges.find(({ tie }) => tie === "ANOTHERS_PHONE")?.style).toBe("anothers");
    expect(edges.find(({ tie }) => tie === "SHARED_AGENT")?.style).toBe("tentative");
  });

  it("makes money an arrow with its amount", () => {
    const { edges } = readLinks(subject([link("FUND_TRANSFER", "x", "102-REF-6 50000.00")]), 0);
    expect(edges.find(({ tie }) => tie === "FUND_TRANSFER")).toMatchObject({
      style: "money",
      amount: 50_000,
      on: "2026-03-04",
    });
  });

  it("opens so many at once, and puts the rest behind one mark with their number", () => {
    const many = Array.from({ length: OPENED_AT_ONCE + 7 }, (_, n) => link("SHARED_AGENT", `p${n}`, "AG1"));
    const { nodes } = readLinks(subject(many), 0);
    expect(nodes.filter(({ id }) => /^p\d+$/.test(id))).toHaveLength(OPENED_AT_ONCE);
    expect(nodes.find(({ kind }) => kind === "more")?.label).toBe("+7");
    const rest = readLinks(subject(many), 0, OPENED_AT_ONCE);
    expect(rest.nodes.filter(({ id }) => /^p\d+$/.test(id))).toHaveLength(OPENED_AT_ONCE + 7);
    expect(rest.nodes.some(({ kind }) => kind === "more")).toBe(false);
  });

  it("leaves out what is filtered and what nothing ties any more, never the person asked about", () => {
    const chart = readLinks(subject([link("SHARED_DEVICE", "x", "dev-1")]), 0);
    const without = viewChart(chart, { ...ALL, without: ["SHARED_DEVICE"] }, "me");
    expect(without.nodes.map(({ id }) => id)).not.toContain("x");
    const early = viewChart(chart, { ...ALL, to: "2026-02-01" }, "me");
    expect(early.nodes.map(({ id }) => id)).toContain("me");
    expect(early.nodes.map(({ id }) => id)).not.toContain("device:dev-1");
  });

  it("puts many leaves of one mark into one with their number", () => {
    const people = Array.from({ length: 6 }, (_, n) => link("SHARED_AGENT", `p${n}`, "AG1"));
    const seen = viewChart(readLinks(subject(people), 0), { ...ALL, grouped: true }, "me");
    expect(seen.nodes.filter(({ label }) => label === "× 6")).toHaveLength(1);
    expect(seen.nodes.some(({ id }) => id === "p0")).toBe(false);
  });

  it("opens a group so many at a time, and what is left stays together", () => {
    const people = Array.from({ length: 40 }, (_, n) => link("SHARED_AGENT", `p${n}`, "AG1"));
    const chart = [0, OPENED_AT_ONCE].map(skip => readLinks(subject(people), 0, skip)).reduce(mergeCharts);
    const group = viewChart(chart, { ...ALL, grouped: true }, "me").nodes.find(
      ({ label }) => label === "× 40",
    )!;
    const once = viewChart(chart, { ...ALL, grouped: true, opened: [group.id] }, "me");
    expect(once.nodes.filter(({ id }) => /^p\d+$/.test(id))).toHaveLength(OPENED_AT_ONCE);
    expect(once.nodes.find(({ id }) => id === group.id)?.label).toBe("× 15");
    const twice = viewChart(chart, { ...ALL, grouped: true, opened: [group.id, group.id] }, "me");
    expect(twice.nodes.filter(({ id }) => /^p\d+$/.test(id))).toHaveLength(40);
  });

  it("grows by what somebody holds who is opened, and counts what did not come at once", () => {
    const chart = readLinks(subject([link("SHARED_AGENT", "x", "AG1")]), 0);
    const [own] = subject([]).accounts!.nodes;
    const heldBy = (from: number, hasNextPage: boolean) => ({
      ...subject([]),
      id: "x",
      accounts: {
        totalCount: 20,
        pageInfo: { hasNextPage, endCursor: `c${from}` },
        nodes: Array.from({ length: 10 }, (_, n) => ({ ...own!, id: `x${from + n}`, reservedPhone: null })),
      },
    });
    const first = addHoldings(chart, heldBy(0, true), 1);
    expect(first.nodes.length).toBe(chart.nodes.length + 11);
    expect(first.nodes.find(({ id }) => id === "held:x")).toMatchObject({
      label: "+10",
      subjects: ["x"],
      after: { accounts: "c0" },
    });
    const all = addHoldings(first, heldBy(10, false), 1);
    expect(all.nodes.filter(({ id }) => /^account:x\d+$/.test(id))).toHaveLength(20);
    expect(all.nodes.some(({ id }) => id === "held:x")).toBe(false);
  });

  it("shows silence as a mark of its own beside whom it is about, until they are heard", () => {
    const silent = (state: "NOT_ANSWERED" | "STALE", name: string) => ({
      state,
      asOf: null,
      institution: { code: name, name, sector: "BANKING" as const },
    });
    const me = {
      ...subject([]),
      telecomCoverage: null,
      bankingCoverage: [silent("NOT_ANSWERED", "Mute"), silent("STALE", "Late")],
    };
    const chart = readLinks(me, 0);
    expect(chart.nodes.find(({ id }) => id === "silent:me")).toMatchObject({
      kind: "silent",
      silence: { registers: ["telecom"], notAnswered: ["Mute"], stale: ["Late"] },
    });
    expect(chart.edges.find(({ target }) => target === "silent:me")?.source).toBe("me");
    const seen = viewChart(chart, { ...ALL, grouped: true }, "me");
    expect(seen.nodes.some(({ id }) => id === "silent:me")).toBe(true);
    expect(toGraphMl(chart, "a-1")).toContain("Mute");
    const heard = addHoldings(chart, subject([]), 0);
    expect(heard.nodes.some(({ id }) => id === "silent:me")).toBe(false);
  });

  it("groups by itself above 500 marks", () => {
    const chart = [...Array(30).keys()]
      .map(hub => ({
        nodes: [...Array(25).keys()].map(n => ({
          id: `h${hub}-${n}`,
          kind: "person" as const,
          label: "",
          ring: null,
          hop: 1,
          subjects: [],
        })),
        edges: [...Array(25).keys()].map(n => ({
          id: `e${hub}-${n}`,
          source: "me",
          target: `h${hub}-${n}`,
          tie: "SHARED_AGENT",
          label: "",
          on: null,
          style: "tentative" as const,
          amount: null,
        })),
      }))
      .reduce(mergeCharts, readLinks(subject([]), 0));
    const seen = viewChart(chart, ALL, "me");
    expect(seen.nodes.length).toBeLessThan(50);
    expect(seen.isGroupedByItself).toBe(true);
    expect(viewChart(chart, { ...ALL, grouped: true }, "me").isGroupedByItself).toBe(false);
  });

  it("is exported with the audit number, and with nothing that a spreadsheet would run", () => {
    const chart = readLinks(
      subject([link("SHARED_DEVICE", "x", "<&dev>"), link("LEGAL_REPRESENTATIVE", "y", "")]),
      0,
    );
    const graphMl = toGraphMl(chart, "abc-7");
    expect(graphMl).toContain("abc-7");
    expect(graphMl).not.toContain("<&dev>");
    const texts = new Map(chart.edges.map(({ id }) => [id, "<&tie> 2026-03-04"]));
    const svg = toSvg(chart, new Map(), texts, "abc-7");
    expect(svg).not.toMatch(/<&dev>|<&tie>/);
    expect(svg).toContain("2026-03-04");
    expect(
      toCsv(chart, "=1+1")
        .split("\r\n")
        .slice(1)
        .every(line => line.endsWith(`"'=1+1"`)),
    ).toBe(true);
  });

  it("gives 500 more marks places of their own, and moves none that stands", () => {
    const mark = (id: string, hop: number): ChartNode => ({
      id,
      kind: "person",
      label: id,
      ring: null,
      hop,
      subjects: [id],
    });
    const tie = (source: string, target: string): ChartEdge => ({
      id: `${source} ${target}`,
      source,
      target,
      tie: "HOLDS",
      label: "",
      on: null,
      style: "confirmed",
      amount: null,
    });
    // Twenty people tied to the one asked for, each with 25 of their own, and nobody with nothing to hold on to.
    const people = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const theirs = people.flatMap(id =>
      Array.from({ length: 25 }, (_, index) => ({ id: `${id}-${index}`, of: id })),
    );
    const chart = {
      nodes: [mark("me", 0), ...people.map(id => mark(id, 1)), ...theirs.map(({ id }) => mark(id, 2))],
      edges: [...people.map(id => tie("me", id)), ...theirs.map(({ id, of }) => tie(of, id))],
    };
    const standing = new Map([
      ["me", { x: 0, y: 0 }],
      ["p0", { x: 300, y: 40 }],
    ]);
    const placed = placeAdded(chart, standing);
    expect(placed.size).toBe(519);
    expect([...standing.keys()].filter(id => placed.has(id))).toEqual([]);
    const all = [...standing.values(), ...placed.values()];
    const tooNear = all.flatMap((one, index) =>
      all.slice(index + 1).filter(other => Math.abs(one.x - other.x) < 60 && Math.abs(one.y - other.y) < 40),
    );
    expect(tooNear).toEqual([]);
    // What belongs to the one on the right goes further right.
    expect(
      Math.max(...theirs.filter(({ of }) => of === "p0").map(({ id }) => placed.get(id)?.x ?? 0)),
    ).toBeGreaterThan(300);
  });

  it("is said to lack whoever was silent about somebody who was opened, and what there is beyond the limit", () => {
    expect(findGaps(subject([]))).toEqual([]);
    const silent = {
      state: "NOT_ANSWERED" as const,
      asOf: null,
      institution: { code: "109", name: "Silent", sector: "BANKING" as const },
    };
    expect(
      findGaps({ ...subject([]), bankingCoverage: [silent], linkedAccounts: { truncated: true, nodes: [] } }),
    ).toEqual([
      { what: "silent", names: "Silent" },
      { what: "truncated", names: "" },
    ]);
    expect(findGaps({ ...subject([]), linkedAccounts: null })).toEqual([
      { what: "registerSilent", names: "" },
    ]);
  });
});

describe("the history of a chart", () => {
  it("takes steps back and makes them again, until another is made", () => {
    const start: History<number> = { past: [], present: 0, future: [] };
    const two = [1, 2].reduce((history, n) => takeStep(history, { do: before => before + n }), start);
    const back = takeStep(two, { undo: true });
    expect(back.present).toBe(1);
    expect(takeStep(back, { redo: true }).present).toBe(3);
    const other = takeStep(back, { do: () => 9 });
    expect(takeStep(other, { redo: true }).present).toBe(9);
    expect(takeStep(start, { undo: true })).toBe(start);
  });
});
