import { GraphQLError } from "graphql";
import { createFormatError, type ErrorReport } from "../../../../gateway/errors/formatError";
import { ERROR_CODES, HubError } from "../../../../schema/contract/errors";

function formatting(development = false) {
  const reports: ErrorReport[] = [];
  const format = createFormatError({ development, onError: report => void reports.push(report) });
  const send = (error: GraphQLError) =>
    format(
      {
        ...error.toJSON(),
        extensions: { ...error.extensions, code: error.extensions["code"] ?? "INTERNAL_SERVER_ERROR" },
      },
      error,
    );
  return { reports, send };
}

const SECRETS = "INSERT INTO person VALUES ('11010119900307447X') at postgres://u:p@10.0.0.7 /srv/app.js:1:2";

describe("the one way out for errors", () => {
  test("an error that nobody expected: a sentence and an id for the client, the rest without numbers for the log", () => {
    const { reports, send } = formatting();
    const cause = new TypeError(SECRETS);
    const sent = send(
      new GraphQLError(SECRETS, {
        path: ["subject", "accounts", 0],
        originalError: cause,
        extensions: { stacktrace: [SECRETS], exception: cause, response: { url: "http://10.0.0.7" } },
      }),
    );
    expect(sent).toEqual({
      message: expect.not.stringContaining("INSERT"),
      path: ["subject", "accounts", 0],
      extensions: { code: "INTERNAL", id: expect.stringMatching(/^[A-Z]{12}$/) },
    });
    expect(reports).toEqual([
      {
        code: "INTERNAL",
        id: sent.extensions?.["id"],
        path: "subject.accounts.0",
        detail: expect.stringContaining("INSERT"),
        stack: expect.any(String),
      },
    ]);
    expect(JSON.stringify(reports)).not.toMatch(/1101011990/);
  });

  test.each(ERROR_CODES.filter(code => code !== "INTERNAL"))(
    "our own %s passes with its sentence; its detail stays",
    code => {
      const { reports, send } = formatting();
      const sent = send(new HubError(code, "Say it so.", { detail: "number 110101199003074477 was wrong" }));
      expect(sent).toEqual({ message: "Say it so.", extensions: { code } });
      expect(reports).toEqual([{ code, detail: "number [number] was wrong" }]);
    },
  );

  test.each([
    ["BAD_REQUEST", "BAD_INPUT"],
    ["BAD_USER_INPUT", "BAD_INPUT"],
    ["OPERATION_RESOLUTION_FAILURE", "BAD_INPUT"],
    ["PERSISTED_QUERY_NOT_SUPPORTED", "BAD_INPUT"],
    ["INTERNAL_SERVER_ERROR", "INTERNAL"],
    ["DOWNSTREAM_SERVICE_ERROR", "INTERNAL"],
    ["ECONNREFUSED", "INTERNAL"],
    [undefined, "INTERNAL"],
    [{}, "INTERNAL"],
    ["toString", "INTERNAL"],
  ])("a code of others, %s, becomes %s", (code, expected) => {
    expect(formatting().send(new GraphQLError("x", { extensions: { code } })).extensions?.["code"]).toBe(
      expected,
    );
  });

  test("what the schema has stays with us outside development", () => {
    const error = new GraphQLError(`Cannot query field "nam" on type "Subject". Did you mean "name"?`, {
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
    expect(formatting().send(error).message).not.toMatch(/nam|Subject|mean/);
    expect(formatting(true).send(error).message).toMatch(/Subject/);
    expect(formatting(true).send(new GraphQLError(SECRETS)).message).not.toMatch(/INSERT/);
  });

  test.each([true, false])(
    "a sentence of ours keeps its example, in development (%s) and outside of it",
    development => {
      const message = "A calendar day is written YYYY-MM-DD and must exist, such as 2024-02-29.";
      const ofSubgraph = new GraphQLError(message, { path: ["subject"], extensions: { code: "BAD_INPUT" } });
      expect(formatting(development).send(ofSubgraph).message).toBe(message);
      const ofOthers = `Variable "$number" got invalid value "110101199003074477".`;
      const sent = formatting(development).send(
        new GraphQLError(ofOthers, { extensions: { code: "BAD_USER_INPUT" } }),
      );
      expect(sent.message).toBe(`Variable "$number" got invalid value "[number]".`);
    },
  );

  test("an error that was given an id where it arose keeps it", () => {
    const { send } = formatting();
    const sent = send(
      new GraphQLError("A subgraph met an error.", {
        extensions: { code: "INTERNAL", id: "BCDFGHJKLMNP", serviceName: "stock" },
      }),
    );
    expect(sent.extensions).toEqual({ code: "INTERNAL", id: "BCDFGHJKLMNP" });
  });

  test("the place in the input goes to the client", () => {
    const error = new GraphQLError("x", {
      extensions: { code: "BAD_INPUT", input: ["card", 1] },
      originalError: new HubError("BAD_INPUT", "x"),
    });
    expect(formatting().send(error)).toEqual({
      message: "x",
      extensions: { code: "BAD_INPUT", input: ["card", 1] },
    });
  });
});
