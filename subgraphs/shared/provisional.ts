/** The measures of 2024 are known from secondary sources only. */
export function isProvisional(article: string): boolean {
  return article === "EXT:MEASURES_2024";
}

/** A finding's message, marked where it rests on a text that is known from secondary sources only. */
export function sayProvisional(message: string, article: string): string {
  return isProvisional(article) ? `${message} (provisional)` : message;
}
