import type { FundTrailQuery } from "../../../generated/operations";

type Subject = NonNullable<FundTrailQuery["subject"]>;
export type Trail = NonNullable<NonNullable<Subject["accounts"]>["nodes"][number]["fundTrail"]>;
export type Hop = Trail["hops"][number];
type End = Hop["transfer"]["to"];

/** Where money comes to rest: restricted on the account, or taken out as cash. */
export type Stop = "frozen" | "stopped" | "suspended" | "cash";

/** An account in the column of one hop. The same account in a later column is another mark: money only goes right. */
export interface FlowNode {
  readonly id: string;
  readonly column: number;
  /** Null where no institution has reported the account. */
  readonly account: End;
  readonly stop: Stop | null;
}

/** All that went from one mark to another. */
export interface FlowRibbon {
  readonly source: string;
  readonly target: string;
  readonly amount: number;
  readonly transfers: readonly Hop["transfer"][];
}

const STOPS: Readonly<Record<string, Stop>> = {
  FROZEN: "frozen",
  STOP_PAYMENT: "stopped",
  ALL_SUSPENDED: "suspended",
  NON_COUNTER_SUSPENDED: "suspended",
};

/** A trail as columns and ribbons. Followed backwards, the account asked for stands at the right end. */
export function toFlow(
  hops: readonly Hop[],
  direction: "IN" | "OUT",
): {
  readonly nodes: readonly FlowNode[];
  readonly ribbons: readonly FlowRibbon[];
} {
  const deepest = Math.max(0, ...hops.map(({ hop }) => hop));
  const nodes = new Map<string, FlowNode>();
  const ribbons = new Map<string, FlowRibbon>();
  const place = (account: End, column: number, transfer: Hop["transfer"], isCash: boolean): string => {
    const id = `${column}:${account?.id ?? transfer.id}${isCash ? ":cash" : ""}`;
    const stop = isCash ? "cash" : (STOPS[account?.status ?? ""] ?? null);
    if (!nodes.has(id)) nodes.set(id, { id, column, account, stop });
    return id;
  };
  for (const { hop, transfer } of hops) {
    const left = direction === "OUT" ? hop - 1 : deepest - hop;
    // What is drawn at a machine ends there, whatever account it was booked to.
    const isCash = transfer.channel === "ATM" && transfer.to === null;
    const source = place(transfer.from, left, transfer, false);
    const target = place(transfer.to, left + 1, transfer, isCash);
    const key = `${source} ${target}`;
    const before = ribbons.get(key);
    ribbons.set(key, {
      source,
      target,
      amount: (before?.amount ?? 0) + Number(transfer.amount),
      transfers: [...(before?.transfers ?? []), transfer],
    });
  }
  return { nodes: [...nodes.values()], ribbons: [...ribbons.values()] };
}

/** The transfers of a trail, a row each, for a file; the audit number stands on every row. */
export function toRows(hops: readonly Hop[], auditNumber: string): string[][] {
  const name = (end: End): string => (end === null ? "" : `${end.institution.name} ${end.maskedNumber}`);
  return [
    ["hop", "at", "from", "to", "amount", "channel", "case", "audit"],
    ...hops.map(({ hop, transfer }) => [
      String(hop),
      transfer.at,
      name(transfer.from),
      name(transfer.to),
      transfer.amount,
      transfer.channel,
      transfer.caseNumber ?? "",
      auditNumber,
    ]),
  ];
}
