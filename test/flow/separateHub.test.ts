import { sql } from "kysely";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../schema/database/openDatabase";
import { CliError } from "../../scripts/cli/cliError";
import { startGatewayProcess } from "../../scripts/separate/startGatewayProcess";
import { startSubgraphProcess } from "../../scripts/separate/startSubgraphProcess";
import { startSeparateHub, type SeparateHub } from "../support/separateHub";

const HELD = `query ($document: IdentityDocumentInput!) {
  subject(document: $document) {
    phoneLines { totalCount }
    accounts { totalCount }
    measuresInForce { kind }
    bankingCoverage { state }
  }
}`;

describe("a process of the hub", () => {
  it.each(["telecom", "banking", "police", "audit"] as const)(
    "does not start as the %s subgraph without its secrets, and names each that is missing",
    async name => {
      const start = startSubgraphProcess({}, name);
      await expect(start).rejects.toThrow(CliError);
      for (const variable of [
        `DATABASE_URL_${name.toUpperCase()}`,
        "DIRECTORY_KEY",
        "STORE_KEYS",
        "GATEWAY_VERIFY_KEYS",
      ]) {
        await expect(start).rejects.toThrow(`${variable} is not set`);
      }
    },
  );

  it("does not start as the gateway without its secrets, and names each that is missing", async () => {
    const start = startGatewayProcess({});
    for (const variable of [
      "IDENTITY_PEPPER",
      "GATEWAY_SIGNING_KEY",
      "AUDIT_SIGNING_KEY",
      "AUDIT_DIR",
      "TRUSTED_ISSUERS",
    ]) {
      await expect(start).rejects.toThrow(`${variable} is not set`);
    }
  });
});

describe("gateway and subgraphs that run apart", () => {
  let hub: SeparateHub;
  beforeAll(async () => {
    hub = await startSeparateHub();
  });
  afterAll(() => hub.close());

  const askAsInvestigator = () =>
    hub.ask(HELD, {
      as: "investigator",
      purpose: "CASE",
      reference: hub.people.ringMember.caseNumber!,
      variables: { document: hub.people.ringMember.document },
    });

  it("leave a subgraph that is asked directly silent", async () => {
    const response = await fetch(`${hub.subgraphs.banking.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ _service { sdl } }" }),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain("type Query");
  });

  it("answer the investigator as the one-command hub does", async () => {
    const { data, errors } = await askAsInvestigator();
    expect(errors).toBeUndefined();
    expect(data?.subject.phoneLines.totalCount).toBe(4);
    expect(data?.subject.accounts.totalCount).toBe(6);
  });

  it("pull each other's events, which nobody else is told", async () => {
    const police = openDatabase({ url: hub.databaseUrls.police });
    const banking = openDatabase({ url: hub.databaseUrls.banking });
    await police.transaction(tx =>
      sql`insert into police.outbox (at, kind, audiences, payload) values (now(), 'WARNING_PUBLISHED',
        array['subgraph:banking', 'subgraph:telecom'], '{"kind":"WARNING_PUBLISHED","warningId":"w"}')`.execute(
        tx,
      ),
    );
    const place = async () =>
      (await sql<{ sequence: number }>`select sequence from banking.event_cursor`.execute(banking.db)).rows[0]
        ?.sequence ?? 0;
    while ((await place()) === 0) await sleep(20);
    expect(await place()).toBe(1);
    await Promise.all([police.close(), banking.close()]);
    const { errors } = await hub.ask("{ hubEvents(after: 0, first: 1) { kind } }", { as: "investigator" });
    expect(errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("say that they are ready", async () => {
    for (const { address } of [hub.gateway, ...Object.values(hub.subgraphs)]) {
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
    }
  });

  it("tell what is left when one subgraph is gone, and that it did not answer", async () => {
    await hub.subgraphs.banking.stop();
    const { data, errors } = await askAsInvestigator();
    expect(data?.subject.phoneLines.totalCount).toBe(4);
    expect(data?.subject.measuresInForce).not.toHaveLength(0);
    expect(data?.subject.accounts).toBeNull();
    expect(data?.subject.bankingCoverage).toEqual([{ state: "NOT_ANSWERED" }]);
    expect(errors?.map(error => error.extensions?.code)).toContain("SUBGRAPH_UNAVAILABLE");
  });

  it("tell the audit subgraph too, of a closed case, whose looks people may know of", async () => {
    const caseNumber = hub.people.ringMember.caseNumber!;
    const police = openDatabase({ url: hub.databaseUrls.police });
    await sql`update police.case_file set lead = 'police/investigator' where number = ${caseNumber}`.execute(
      police.db,
    );
    await police.close();
    const { errors } = await hub.ask(
      "mutation ($input: CloseCaseInput!) { closeCase(input: $input) { status } }",
      {
        as: "investigator",
        purpose: "CASE",
        reference: caseNumber,
        variables: { input: { number: caseNumber, reason: "Judged." } },
      },
    );
    expect(errors).toBeUndefined();
    const audit = openDatabase({ url: hub.databaseUrls.audit });
    const released = async () =>
      (
        await sql<{ number: string }>`select distinct case_number as number from audit.released_look`.execute(
          audit.db,
        )
      ).rows;
    while ((await released()).length === 0) await sleep(20);
    expect(await released()).toEqual([{ number: caseNumber }]);
    await audit.close();
  });
});
