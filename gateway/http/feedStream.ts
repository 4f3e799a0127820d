import { once } from "node:events";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { readFeedPage, type FeedPage } from "./feedPage";
import { writePlaces, type FeedPlaces } from "./feedPlaces";
import type { FeedParts, FeedSector } from "./feedSector";

/** Shorter than proxies wait, and than a revoked token may live (30 s). */
const HEARTBEAT_MS = 15_000;
/** How long a change waits at most where nobody rings for it. */
const UNASKED_MS = 20_000;
/** A reader that takes nothing for so long is gone; it comes back with its place. */
const DRAIN_LIMIT_MS = 30_000;

/** One client's feed, from its place on until somebody ends it. */
export function createFeedStream(
  { sectors, listen, ask, identify, heartbeatMs = HEARTBEAT_MS }: FeedParts,
  headers: IncomingHttpHeaders,
  places: FeedPlaces,
) {
  const ending = new AbortController();
  const waiting = new Map<FeedSector, FeedPage | null>();
  let rouse = (): void => undefined;

  const read = (sector: FeedSector): Promise<FeedPage | null> =>
    readFeedPage(ask, headers, sector, places.get(sector.name) ?? "0");

  /** Resolves when something may be new, the time is up, or it is over. */
  function rest(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, UNASKED_MS);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
      if (ending.signal.aborted || waiting.size > 0) rouse();
    });
  }

  async function send(out: ServerResponse, sector: FeedSector, page: FeedPage): Promise<void> {
    for (const { sequence, text } of page.events) {
      places.set(sector.name, sequence);
      const event = `id: ${writePlaces(places)}\nevent: ${sector.name}\ndata: ${text}\n\n`;
      if (out.write(event)) continue;
      // Nothing more is read before this has been taken: what waits is a page at most.
      const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(DRAIN_LIMIT_MS)]);
      await once(out, "drain", { signal });
    }
  }

  async function sendWaiting(out: ServerResponse): Promise<void> {
    for (const [sector, first] of [...waiting]) {
      waiting.delete(sector);
      const page = first ?? (await read(sector));
      // Nothing is told to whoever holds a token that is over, nor are they kept.
      if (page?.state === "OVER") return end();
      if (page === null || ending.signal.aborted) continue;
      await send(out, sector, page);
      if (page.hasNextPage) waiting.set(sector, null);
    }
  }

  async function beat(out: ServerResponse): Promise<void> {
    try {
      await identify(headers);
      out.write(":\n\n");
    } catch {
      // The token is over, or it was revoked: so is the feed.
      end();
    }
  }

  function end(): void {
    ending.abort();
    rouse();
  }

  /** Sequences have no gaps: where nothing follows on a place, the place itself has been told, or it is none. */
  async function isBeyondEnd(sector: FeedSector, page: FeedPage | null): Promise<boolean> {
    const place = Number(places.get(sector.name) ?? "0");
    if (page?.state !== "READ" || page.events.length > 0 || place === 0) return false;
    const last = await readFeedPage(ask, headers, sector, String(place - 1));
    return last?.state === "READ" && last.events.length === 0;
  }

  const readable: FeedSector[] = [];

  /** Nobody rang: there may be something all the same. */
  function lookEverywhere(): void {
    if (waiting.size > 0) return;
    for (const sector of readable) waiting.set(sector, null);
  }

  return {
    end,

    /** Reads a first page of each sector: whether the caller may read any, and stands where something was told. */
    async findSectors(): Promise<"READABLE" | "FORBIDDEN" | "BEYOND_END"> {
      for (const sector of sectors) {
        const page = await read(sector);
        if (page?.state === "FORBIDDEN") continue;
        if (await isBeyondEnd(sector, page)) return "BEYOND_END";
        readable.push(sector);
        waiting.set(sector, page);
        if (!places.has(sector.name)) places.set(sector.name, "0");
      }
      for (const name of places.keys()) if (!readable.some(one => one.name === name)) places.delete(name);
      return readable.length > 0 ? "READABLE" : "FORBIDDEN";
    },

    /** Sends what there is and what comes, until it is ended. */
    async run(out: ServerResponse): Promise<void> {
      const deafen = readable.map(sector =>
        listen(sector.name, () => {
          if (!waiting.has(sector)) waiting.set(sector, null);
          rouse();
        }),
      );
      const beating = setInterval(() => void beat(out), heartbeatMs);
      try {
        while (!ending.signal.aborted) {
          await sendWaiting(out);
          if (waiting.size > 0) continue;
          await rest();
          lookEverywhere();
        }
      } catch (error) {
        // A reader that takes nothing, or has gone, is let go; anything else is for whoever serves errors.
        if (!ending.signal.aborted && (error as Error).name !== "AbortError") throw error;
      } finally {
        clearInterval(beating);
        deafen.forEach(stop => stop());
      }
    },
  };
}
