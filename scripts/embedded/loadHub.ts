import type { EmbeddedLocation } from "../../schema/database/openDatabase";
import { openEmbeddedStores } from "../stores/openStores";
import type { EmbeddedHub, EmbeddedOptions } from "./startEmbedded";

/**
 * Starts the hub for a command. It is loaded here, so that the other commands need not wait for all of it, and while
 * its store opens, which takes as long. The store is in the data folder, if it is not said where.
 */
export async function loadHub(
  options: Omit<EmbeddedOptions, "stores">,
  location?: EmbeddedLocation,
): Promise<EmbeddedHub> {
  const stores = openEmbeddedStores(options.folder, location);
  stores.open().catch(() => undefined); // told by the start, which waits for it
  const { startEmbedded } = await import("./startEmbedded.js");
  return startEmbedded({ ...options, stores });
}
