import type { ToldSanctionsQuery } from "../../../generated/operations";

type Change = NonNullable<ToldSanctionsQuery["policeChanges"]>["nodes"][number];

/** A sanction that the feed has told of. */
export type ToldSanction = NonNullable<Change["sanction"]>;

/** Each sanction once, whoever was told of last first: every change shows the sanction as it is now. */
export function newestOfEach(changes: readonly Change[]): ToldSanction[] {
  const told = new Map<string, ToldSanction>();
  for (const { sanction } of [...changes].reverse())
    if (sanction !== null && !told.has(sanction.id)) told.set(sanction.id, sanction);
  return [...told.values()];
}
