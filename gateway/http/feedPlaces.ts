/** How far each sector has been read, by its name: a sequence number in digits. */
export type FeedPlaces = Map<string, string>;

const PLACE = /^([a-z]+):(0|[1-9][0-9]{0,15})$/;
/** Sectors are a handful. */
const MAX_LENGTH = 500;

/** Reads `telecom:12,banking:3`; a sector that is not named is read from its beginning. Null for anything else. */
export function parsePlaces(
  text: string | string[] | undefined,
  sectors: readonly string[],
): FeedPlaces | null {
  const places: FeedPlaces = new Map();
  if (text === undefined || text === "") return places;
  if (typeof text !== "string" || text.length > MAX_LENGTH) return null;
  for (const part of text.split(",")) {
    const [, name, sequence] = PLACE.exec(part) ?? [];
    if (name === undefined || sequence === undefined) return null;
    if (!sectors.includes(name) || places.has(name)) return null;
    places.set(name, sequence);
  }
  return places;
}

/** What a client sends back to go on from here. */
export function writePlaces(places: FeedPlaces): string {
  return [...places].map(([name, sequence]) => `${name}:${sequence}`).join(",");
}
