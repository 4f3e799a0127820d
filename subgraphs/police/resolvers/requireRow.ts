import { HubError } from "../../../schema/contract/errors";

/** A row that another row's key promises. Its absence is the store's fault: INTERNAL, and the detail is logged. */
export async function requireRow<T>(row: Promise<T | null>, what: string): Promise<T> {
  const found = await row;
  if (found === null)
    throw new HubError("INTERNAL", "A register entry is missing.", { detail: `no row for ${what}` });
  return found;
}
