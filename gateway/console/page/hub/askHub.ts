import { REFERENCE, REFERENCE_WRONG } from "../session/reference";
import type { HubFault } from "./hubFault";
import type { Operation } from "./operation";

/** In whose name and what for the hub is asked. */
export interface Credentials {
  readonly token: string;
  readonly purpose: string | null;
  readonly reference: string | null;
}

/** The number under which this answer stands among the access records. */
export interface Receipt {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What came back, and how it came about. */
export interface HubAnswer<Answer> {
  readonly data: Answer | null;
  readonly faults: readonly HubFault[];
  readonly receipt: Receipt | null;
  /** What each register did: `ANSWERED`, or why not. */
  readonly sources: Readonly<Record<string, string>>;
  /** Fields that came from the hub's cache. */
  readonly fromCache: readonly string[];
  /** For how long others may still be told what was so before this change; null: no longer than now. */
  readonly staleUpToSeconds: number | null;
  readonly milliseconds: number;
}

interface SentError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: HubFault["code"]; readonly id?: string };
}

interface SentAnswer<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly SentError[];
  readonly extensions?: {
    readonly audit?: Receipt;
    readonly sources?: Readonly<Record<string, string>>;
    readonly servedFromCache?: readonly string[];
    readonly cache?: { readonly staleUpToSeconds?: number };
  };
}

/** Longer than the hub ever takes: a large report has a minute. */
const ANSWER_LIMIT_MS = 65_000;

/** Sends a trusted document by its hash. An answer that did not come is a fault too, never an empty answer. */
export async function askHub<Answer, Variables>(
  { name, hash, isChange }: Operation<Answer, Variables>,
  variables: Variables,
  credentials: Credentials,
  signal?: AbortSignal,
): Promise<HubAnswer<Answer>> {
  const startedAt = performance.now();
  const { reference } = credentials;
  // A browser refuses to send such a header, and that looks as if the hub could not be reached.
  if (reference !== null && !REFERENCE.test(reference)) return { ...NOT_SENT, milliseconds: 0 };
  const limit = AbortSignal.timeout(ANSWER_LIMIT_MS);
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: headersOf(credentials),
      body: JSON.stringify({
        operationName: name,
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      }),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    const sent = (await response.json()) as SentAnswer<Answer>;
    return {
      data: sent.data ?? null,
      faults: (sent.errors ?? []).map(toFault),
      receipt: sent.extensions?.audit ?? null,
      sources: sent.extensions?.sources ?? {},
      fromCache: sent.extensions?.servedFromCache ?? [],
      staleUpToSeconds: sent.extensions?.cache?.staleUpToSeconds ?? null,
      milliseconds: performance.now() - startedAt,
    };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    const milliseconds = performance.now() - startedAt;
    return { ...NO_ANSWER, faults: [isChange === true ? LOST : OFFLINE], milliseconds };
  }
}

const OFFLINE: HubFault = { code: "OFFLINE", message: "", path: [], id: null };
const LOST: HubFault = { ...OFFLINE, code: "LOST" };
const NO_ANSWER: Omit<HubAnswer<never>, "milliseconds" | "faults"> = {
  data: null,
  receipt: null,
  sources: {},
  fromCache: [],
  staleUpToSeconds: null,
};

const NOT_SENT: Omit<HubAnswer<never>, "milliseconds"> = {
  ...NO_ANSWER,
  faults: [{ code: "BAD_INPUT", message: REFERENCE_WRONG, path: [], id: null }],
};

function headersOf({ token, purpose, reference }: Credentials): Record<string, string> {
  return {
    "content-type": "application/json",
    authorization: `Bearer ${token}`,
    ...(purpose === null ? {} : { "duanka-purpose": purpose }),
    ...(reference === null ? {} : { "duanka-reference": reference }),
  };
}

function toFault({ message, path, extensions }: SentError): HubFault {
  const id = extensions?.id ?? null;
  return { code: extensions?.code ?? "INTERNAL", message, path: path ?? [], id };
}
