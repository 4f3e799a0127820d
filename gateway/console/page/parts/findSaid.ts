/** A text of the page's dictionary, and what the hub filled into it. */
export interface Said {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  /** It rests on a text that is known from secondary sources only, which the hub marks. */
  readonly isProvisional: boolean;
}

const FILLED = /\{\{\w+\}\}/g;
const PART = /\\\{\\\{(\w+)\\\}\\\}/g;
const PROVISIONAL = / \(provisional\)$/;

/**
 * Which of the dictionary's English texts the hub has said, so that the same can be said in another language: the
 * hub writes its sentences in English, and nothing is translated that is not in the dictionary word by word.
 */
export function findSaid(words: string, texts: Readonly<Record<string, string>>): Said | null {
  const said = words.replace(PROVISIONAL, "");
  const isProvisional = said !== words;
  const matches = Object.entries(texts).flatMap(([name, text]) => {
    const found = patternOf(text).exec(said);
    return found === null ? [] : [{ name, values: { ...found.groups }, isProvisional, text }];
  });
  const [best] = matches.sort((one, other) => fixedLength(other.text) - fixedLength(one.text));
  return best === undefined ? null : { name: best.name, values: best.values, isProvisional };
}

/** A sentence that says more by itself is meant, where another fits by what could be filled into it. */
function fixedLength(text: string): number {
  return text.replace(FILLED, "").length;
}

function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(PART, "(?<$1>.+?)")}$`);
}
