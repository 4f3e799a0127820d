import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { SCOPES } from "../../schema/contract/scopes";
import { RESOURCE, usersOf } from "./createProvider";
import type { DemoIssuer } from "./demoIssuers";
import { scopesOf } from "./demoUsers";
import { loginPage } from "./loginPage";

const MAX_FORM_BYTES = 1_024; // one short field
const NONCE_BYTES = 16;

/** Where the log-in page stands: the interaction cookie, bound to this path, says which log-in is meant. */
export interface LoginParts {
  readonly issuer: DemoIssuer;
  readonly provider: Provider;
  /** Origins to which the form may lead on, through the provider's redirect. */
  readonly redirectOrigins: readonly string[];
}

/** Shows the users of an issuer, takes the choice, and sends the browser back to the provider. */
export async function handleLogin(
  parts: LoginParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { issuer, provider } = parts;
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  const clientId = String(params.client_id);
  if (prompt.name !== "login" && session) {
    return finish(parts, request, response, session.accountId, clientId);
  }
  if (request.method !== "POST") return showUsers(parts, response);
  const chosen = new URLSearchParams(await readForm(request)).get("user");
  const user = usersOf(issuer).find(one => one.sub === chosen);
  if (user === undefined) return showUsers(parts, response);
  return finish(parts, request, response, user.sub, clientId);
}

function showUsers({ issuer, redirectOrigins }: LoginParts, response: ServerResponse): void {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self' ${redirectOrigins.join(" ")}; frame-ancestors 'none'; base-uri 'none'`,
  });
  response.end(loginPage(issuer, usersOf(issuer), nonce));
}

/** The choice of a user is also the consent: what the user may do is granted, all else that was asked for is refused. */
async function finish(
  { issuer, provider }: LoginParts,
  request: IncomingMessage,
  response: ServerResponse,
  accountId: string,
  clientId: string,
): Promise<void> {
  const user = usersOf(issuer).find(one => one.sub === accountId);
  const granted: readonly string[] = user === undefined ? [] : scopesOf(user);
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope("openid");
  grant.addResourceScope(RESOURCE, granted.join(" "));
  grant.rejectResourceScope(RESOURCE, SCOPES.filter(scope => !granted.includes(scope)).join(" "));
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } });
}

async function readForm(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_FORM_BYTES) throw new Error("the form is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
