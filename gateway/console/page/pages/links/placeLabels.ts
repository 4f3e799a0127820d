import type { ChartNode } from "./chart";

/** A mark as it stands on the canvas, in the chart's own units. */
export interface PlacedMark {
  readonly node: Pick<ChartNode, "id" | "kind" | "ring" | "hop" | "label">;
  readonly x: number;
  readonly y: number;
  /** Half its width. */
  readonly radius: number;
}

/** Smaller cannot be read at arm's length on a 1366 by 768 screen. */
export const LABEL_PX = 12;
/** A longer label is cut; whoever points at the mark reads it whole. */
export const LABEL_WIDTH_PX = 112;
const GAP_PX = 3;
const LINE = 1.2; // height of a line in sizes of its letters
const LATIN = 0.6; // width of a Latin letter in sizes of a Chinese one
const HAN = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Which marks are labelled at a zoom, and on which side. Letters keep their size on the screen, so that fewer find room
 * the further away one looks: first whom the chart is about, then what is restricted or silent, then people.
 */
export function placeLabels(
  marks: readonly PlacedMark[],
  zoom: number,
): ReadonlyMap<string, "bottom" | "top"> {
  const ground = new Ground(LABEL_WIDTH_PX / zoom);
  for (const { x, y, radius } of marks) ground.take(around(x, y, radius * 0.7));
  const placed = new Map<string, "bottom" | "top">();
  for (const mark of [...marks].sort((one, other) => rankOf(one) - rankOf(other))) {
    const side = (["bottom", "top"] as const).find(at => ground.isFree(boxOf(mark, zoom, at)));
    if (side === undefined) continue;
    ground.take(boxOf(mark, zoom, side));
    placed.set(mark.node.id, side);
  }
  return placed;
}

function rankOf({ node: { kind, ring, hop } }: PlacedMark): number {
  const isSomebody = kind === "person" || kind === "unit";
  if (isSomebody && hop === 0) return 0;
  if (kind === "silent" || kind === "more") return 1;
  if (isSomebody) return ring === "red" ? 2 : 3;
  return ring === "red" ? 4 : 5;
}

function boxOf({ node, x, y, radius }: PlacedMark, zoom: number, side: "bottom" | "top"): Box {
  const width = Math.min(LABEL_WIDTH_PX, widthOf(node.label)) / zoom;
  const height = (LABEL_PX * LINE) / zoom;
  const gap = radius + GAP_PX;
  const top = side === "bottom" ? y + gap : y - gap - height;
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
}

function widthOf(label: string): number {
  return Array.from(label, letter => (HAN.test(letter) ? 1 : LATIN) * LABEL_PX).reduce((a, b) => a + b, 0);
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** What of the plane is taken, kept by columns, so that a box is compared with its neighbours alone. */
class Ground {
  private readonly columns = new Map<number, Box[]>();

  constructor(private readonly width: number) {}

  take(box: Box): void {
    for (const column of this.columnsOf(box)) {
      this.columns.set(column, [...(this.columns.get(column) ?? []), box]);
    }
  }

  isFree(box: Box): boolean {
    return this.columnsOf(box).every(column =>
      (this.columns.get(column) ?? []).every(
        other =>
          other.left >= box.right ||
          other.right <= box.left ||
          other.top >= box.bottom ||
          other.bottom <= box.top,
      ),
    );
  }

  private columnsOf({ left, right }: Box): number[] {
    const first = Math.floor(left / this.width);
    return Array.from({ length: Math.floor(right / this.width) - first + 1 }, (_, at) => first + at);
  }
}
