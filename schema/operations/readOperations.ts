import { readdirSync } from "node:fs";
import { readOperation } from "./readOperation";

const ENDING = ".graphql";

/** A document that everybody may send, as it is hashed. */
export interface TrustedDocument {
  readonly name: string;
  readonly text: string;
}

/** All trusted documents, by name: those of the web page and of clients. */
export function readOperations(): readonly TrustedDocument[] {
  return readdirSync(__dirname)
    .filter(file => file.endsWith(ENDING))
    .sort()
    .map(file => file.slice(0, -ENDING.length))
    .map(name => ({ name, text: readOperation(name) }));
}
