import type { Chart } from "./chart";

/** Where a mark stands, in the chart's own units. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Room for a mark with its label under it: labels are wider than marks are high. */
const ROOM = { x: 96, y: 62 };
/** A ring of n places around a mark leaves each a little less than a whole room. */
const NEAREST = 0.95;
/** The person asked for, from whom the layout starts. */
export const MIDDLE: Position = { x: 0, y: 0 };

/**
 * Places for marks that a chart does not show yet. Each goes to the free place nearest to what it is tied to, away
 * from the middle; nothing that stands is moved, so that whoever reads the chart does not lose their place in it.
 */
export function placeAdded(
  { nodes, edges }: Chart,
  standing: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { source, target } of edges) {
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }
  const ground = new Ground(standing.values());
  const placed = new Map<string, Position>();
  // A set goes on over what is put in meanwhile: marks are placed from the standing ones outwards.
  const outwards = new Set([...standing.keys()].filter(id => neighbours.has(id)));
  for (const id of outwards) {
    for (const next of neighbours.get(id) ?? []) {
      if (outwards.has(next) || !neighbours.has(next)) continue;
      placed.set(next, ground.takeNear(standing.get(id) ?? placed.get(id) ?? MIDDLE));
      outwards.add(next);
    }
  }
  return placed;
}

/** What is taken of the plane; distances are counted in rooms, so that a ring is as wide as labels need. */
class Ground {
  private readonly taken = new Map<string, Position[]>();

  constructor(standing: Iterable<Position>) {
    for (const position of standing) this.take(position);
  }

  /** The nearest free place around one that is taken, looked for in rings, first on the side away from the middle. */
  takeNear(anchor: Position): Position {
    const away = Math.atan2(anchor.y / ROOM.y, anchor.x / ROOM.x);
    for (let ring = 1; ; ring += 1) {
      const places = Math.floor(2 * Math.PI * ring);
      for (let place = 0; place < places; place += 1) {
        const turn = Math.ceil(place / 2) * (place % 2 === 0 ? 1 : -1);
        const angle = away + (turn * 2 * Math.PI) / places;
        const x = anchor.x + Math.cos(angle) * ring * ROOM.x;
        const y = anchor.y + Math.sin(angle) * ring * ROOM.y;
        if (!this.isFree({ x, y })) continue;
        this.take({ x, y });
        return { x, y };
      }
    }
  }

  private isFree({ x, y }: Position): boolean {
    const [column, row] = cellOf({ x, y });
    for (let right = -1; right <= 1; right += 1)
      for (let down = -1; down <= 1; down += 1)
        for (const other of this.taken.get(`${column + right} ${row + down}`) ?? [])
          if (Math.hypot((other.x - x) / ROOM.x, (other.y - y) / ROOM.y) < NEAREST) return false;
    return true;
  }

  private take(position: Position): void {
    const key = cellOf(position).join(" ");
    this.taken.set(key, [...(this.taken.get(key) ?? []), position]);
  }
}

function cellOf({ x, y }: Position): [number, number] {
  return [Math.floor(x / ROOM.x), Math.floor(y / ROOM.y)];
}
