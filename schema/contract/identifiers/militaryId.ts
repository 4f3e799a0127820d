import type { Branded } from "../branded";
import { invalidDocument } from "./invalidDocument";

/** The number of a military identity card, written out as `军字第1234567号`. */
export type MilitaryId = Branded<"MilitaryId">;

const FORM = /^(\p{Script=Han}{1,2}?)字第?([0-9A-Z]{4,8})号?$/u;

/** Reads a normalised number; 第 and 号 may be left out and are put back, so that one card has one form. */
export function parseMilitaryId(number: string): MilitaryId {
  const [, series, digits] = FORM.exec(number) ?? [];
  if (series === undefined || digits === undefined) {
    throw invalidDocument(
      "militaryId.form",
      "A military identity card has one or two Chinese characters, 字第, 4 to 8 digits or letters, and 号.",
    );
  }
  return `${series}字第${digits}号` as MilitaryId;
}
