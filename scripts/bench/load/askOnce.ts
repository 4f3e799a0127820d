/** Asks one question, timed by nobody; resolves with the answer's text, whatever its status. */
export async function askOnce(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<string> {
  const sent = { ...headers, "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers: sent, body })).text();
}
