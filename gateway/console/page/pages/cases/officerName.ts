/** An officer is known by issuer and name; among officers of one issuer the name is enough. */
export function officerName(id: string): string {
  return id.split("/").at(-1) ?? id;
}
