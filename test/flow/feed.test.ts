import { sql } from "kysely";
import { inForce, sanctionFacts } from "../support/policeEvents";
import { startTestHub, type TestHub } from "../support/hub";

const CAUSE = "00000000-0000-4000-8000-0000000feed1";

describe("the feed of a real hub", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  const connect = async (user: string | null, signal: AbortSignal) =>
    fetch(`${hub.gateway}/feed`, {
      headers: user === null ? {} : { authorization: `Bearer ${await hub.tokenFor(user)}` },
      signal,
    });

  /** Reads until a text comes by; all that was read. */
  async function readUntil(response: Response, wanted: string): Promise<string> {
    let text = "";
    for await (const chunk of response.body!) {
      text += Buffer.from(chunk as Uint8Array).toString("utf8");
      if (text.includes(wanted)) break;
    }
    return text;
  }

  test("is refused to a stranger, and to one who may read none", async () => {
    const { signal } = new AbortController();
    expect((await connect(null, signal)).status).toBe(401);
    expect((await connect("auditor", signal)).status).toBe(403);
  });

  test("tells a bank of the order that a police measure has brought about", async () => {
    const aborting = new AbortController();
    const response = await connect("bank-risk", aborting.signal);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const { rows: people } = await sql<{ token: string }>`select subject_id as token from banking.account
      where institution = '102' and reported_status = 'NORMAL' limit 1`.execute(hub.stores.banking.db);
    const event = inForce(sanctionFacts(CAUSE, people[0]!.token));
    await hub.stores.police.transaction(tx =>
      sql`insert into police.outbox (at, kind, audiences, payload) values (now(), 'MEASURE_IN_FORCE',
        array['police', 'subgraph:banking'], ${JSON.stringify(event)}::text::jsonb)`.execute(tx),
    );
    const text = await readUntil(response, "ORDER_ISSUED");
    expect(text).toMatch(/id: banking:\d+\nevent: banking\ndata: \{"sequence":"\d+"/);
    expect(text).toContain("SUSPEND_NON_COUNTER");
    aborting.abort();
  });
});
