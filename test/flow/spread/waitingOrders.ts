import { LINES, reporterOf, type Institution } from "./cast";
import { requireData } from "./requireData";
import type { Stage } from "./stage";

/** An order that an institution has still to carry out. */
export interface WaitingOrder {
  readonly id: string;
  readonly causeId: string;
}

/** What waits at an institution of these causes; whatever was fetched before and never answered is among it. */
export async function waitingOrders(
  { ask }: Stage,
  institution: Institution,
  kind: "measures" | "RESTORE",
  causeIds: ReadonlySet<string>,
): Promise<WaitingOrder[]> {
  const [field, argument, type] =
    institution in LINES
      ? ["lineOrders", "carrier", "LineOrderKind"]
      : ["accountOrders", "institution", "AccountOrderKind"];
  const kinds =
    kind === "RESTORE"
      ? ["RESTORE"]
      : institution in LINES
        ? ["SUSPEND"]
        : ["SUSPEND_NON_COUNTER", "SUSPEND_ALL_PAYMENT"];
  const queue = async (status: string): Promise<WaitingOrder[]> => {
    const query = `query ($institution: ID!, $status: OrderStatus!, $kinds: [${type}!]) {
      ${field}(${argument}: $institution, status: $status, kinds: $kinds, first: 200) { nodes { id causeId } } }`;
    const variables = { institution, status, kinds };
    return requireData(await ask(reporterOf(institution), query, { variables }))[field].nodes;
  };
  await queue("ISSUED");
  return (await queue("DELIVERED")).filter(({ causeId }) => causeIds.has(causeId));
}
