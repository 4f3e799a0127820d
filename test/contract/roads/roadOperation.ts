import { getNullableType, isListType, isNonNullType } from "graphql";
import type { User } from "../verdicts/verdict";
import { writeArguments, type KnownNames } from "./arguments";
import { behind, isOpen, stridesFrom, type Road, type Stride } from "./road";

/** How the fields at the end of a road are selected. */
export const FORMS = ["direct", "aliased", "inline", "named", "conditional", "filtered"] as const;
export type Form = (typeof FORMS)[number];

/** One field at one place of an answer, and whether it may stand there. */
export interface Place {
  /** Response keys from the root. */
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly isDenied: boolean;
  /** Whether something denied beside or below it cannot be null, so that the object it belongs to is. */
  readonly isTakenAlong: boolean;
}

/** An operation that asks for all fields at the end of a road, and what its answer must be. */
export interface RoadOperation {
  readonly text: string;
  readonly places: readonly Place[];
}

/** What to ask at the end of a road. */
export interface Probe {
  readonly form: Form;
  readonly names: KnownNames;
  /** Nothing said: all fields that are there. */
  readonly asked?: readonly Stride[];
  readonly operation?: "query" | "mutation";
}

/** Writes the operation that goes a road and asks, at its end, for these fields and what is behind them. */
export function writeRoad(
  user: User,
  road: Road,
  { form, names, asked = stridesFrom(road.type), operation = "query" }: Probe,
): RoadOperation {
  const writing = new Writing(user, form, names);
  const path = road.strides.map(({ field }) => field.name);
  const selected = road.strides.reduceRight(
    (inner, stride) => `{ ${stride.field.name}${writeArguments(stride, names, false)} ${inner} }`,
    writing.selectEnd(road, asked, path),
  );
  const body = [selected, ...writing.fragments].join("\n");
  const declared = VARIABLES.filter(([name]) => body.includes(name)).map(
    ([name, type]) => `${name}: ${type}`,
  );
  return {
    text: `${operation} Road${declared.length === 0 ? "" : `(${declared.join(", ")})`} ${body}`,
    places: writing.places,
  };
}

const VARIABLES = [
  ["$document", "IdentityDocumentInput!"],
  ["$yes", "Boolean!"],
  ["$no", "Boolean!"],
] as const;

class Writing {
  readonly fragments: string[] = [];
  readonly places: Place[] = [];
  /** Paths of the objects that something denied takes with it. */
  private readonly nulled = new Set<string>();

  constructor(
    private readonly user: User,
    private readonly form: Form,
    private readonly names: KnownNames,
  ) {}

  /** What is asked of the objects at the end of the road. */
  selectEnd(road: Road, asked: readonly Stride[], path: readonly string[]): string {
    const selected = this.selectAll(road, asked, path, true);
    const last = road.strides.at(-1);
    const isList = last !== undefined && isListType(getNullableType(last.field.type));
    if (this.nulled.has(path.join(".")) && !isList) this.takeAlong(0);
    return selected;
  }

  /** `goesOn`: behind each of the fields that are open, all of what is there is asked for too. */
  private selectAll(road: Road, asked: readonly Stride[], path: readonly string[], goesOn: boolean): string {
    const fields = asked.map((stride, index) => this.select(road, stride, { path, index, goesOn }));
    return this.wrap(road.type.name, fields.join("\n"));
  }

  private select(road: Road, stride: Stride, at: At): string {
    const { name } = stride.field;
    // Only so many aliases are allowed; the fields behind are selected by their names.
    const key = this.form === "aliased" && at.goesOn ? `key${at.index}` : name;
    const path = [...at.path, key];
    const isDenied = !isOpen(this.user, road, stride);
    const from = this.places.length;
    this.places.push({ path, coordinate: stride.coordinate, isDenied, isTakenAlong: false });
    if (isDenied && isNonNullType(stride.field.type)) this.nulled.add(at.path.join("."));
    const args = writeArguments(stride, this.names, this.form === "filtered");
    const selected = this.selectBehind(road, stride, path, at.goesOn && !isDenied);
    // Of a list it has to be asked all the same: there may be nothing in it to be denied.
    if (this.nulled.has(path.join(".")) && !isListType(getNullableType(stride.field.type)))
      this.takeAlong(from);
    return `${key === name ? "" : `${key}: `}${name}${args} ${selected}`;
  }

  private takeAlong(from: number): void {
    const object = this.places.slice(from);
    this.places.splice(from, object.length, ...object.map(place => ({ ...place, isTakenAlong: true })));
  }

  private selectBehind(road: Road, stride: Stride, path: readonly string[], goesOn: boolean): string {
    const type = behind(stride);
    if (type === null) return "";
    if (!goesOn) return "{ __typename }";
    return this.selectAll({ strides: [...road.strides, stride], type }, stridesFrom(type), path, false);
  }

  private wrap(type: string, fields: string): string {
    switch (this.form) {
      case "inline":
        return `{ ... on ${type} { ${fields} } }`;
      case "named":
        this.fragments.push(`fragment Probe${this.fragments.length} on ${type} { ${fields} }`);
        return `{ ...Probe${this.fragments.length - 1} }`;
      case "conditional":
        return `{ ... @include(if: $yes) { ... @skip(if: $no) { ${fields} } } }`;
      default:
        return `{ ${fields} }`;
    }
  }
}

interface At {
  readonly path: readonly string[];
  readonly index: number;
  readonly goesOn: boolean;
}
