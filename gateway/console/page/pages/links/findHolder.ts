import type { LinkHolderQuery, LinkHolderQueryVariables, LinksQuery } from "../../../generated/operations";

/** Somebody whom a link leads to, with what they hold. */
export type Holder = NonNullable<
  NonNullable<NonNullable<LinkHolderQuery["subject"]>["linkedAccounts"]>["nodes"][number]["holder"]
>;

/** How to ask for somebody from the person of the chart: by the tie that led to them, and no more people than it has. */
export function roadTo(subject: NonNullable<LinksQuery["subject"]>, id: string): LinkHolderQueryVariables {
  const link = subject.linkedAccounts?.nodes.find(({ holder }) => holder?.id === id);
  return { id: subject.id, via: link === undefined ? null : [link.kind], byPhone: link === undefined };
}

/** Whom the road has led to; null where they are not on it any more. */
export function findHolder({ subject }: LinkHolderQuery, id: string): Holder | null {
  const holders = [
    ...(subject?.linkedAccounts?.nodes ?? []).map(({ holder }) => holder),
    ...(subject?.accounts?.nodes ?? []).map(({ reservedPhone }) => reservedPhone?.holder ?? null),
  ];
  return holders.find(holder => holder?.id === id) ?? null;
}
