import type { Configuration, Provider } from "oidc-provider";
import type { DemoIssuer } from "./demoIssuers";
import { DEMO_USERS, type DemoUser, findDemoUser, scopesOf } from "./demoUsers";
import type { IdentitySecrets } from "./identitySecrets";
import { loadOidcProvider } from "./loadOidcProvider";
import { createMemoryAdapter } from "./memoryAdapter";

/** The `aud` that the gateway asks for. */
export const AUDIENCE = "duanka";
/** The same as a resource indicator, which must be a URI (RFC 8707). */
export const RESOURCE = "urn:duanka";
/** The public client of the web page; it logs in by code with PKCE. */
export const CONSOLE_CLIENT = "console";

const ACCESS_TOKEN_SECONDS = 3_600; // a working session; a stolen one is of no use after it
const CODE_SECONDS = 60; // the browser hands it on at once
const LOGIN_SECONDS = 600; // long enough to choose a user, short enough to forget
const SESSION_SECONDS = 8 * 3_600; // a working day

export interface ProviderParts {
  readonly issuer: DemoIssuer;
  /** The `iss` of its tokens; its path is where it is mounted. */
  readonly url: string;
  readonly secrets: IdentitySecrets;
  /** Subject token of the person whom the user `person` stands for; null while nobody is stored. */
  readonly personToken: string | null;
  /** Where the web page may be sent back to. */
  readonly redirectUris: readonly string[];
}

/** One issuer of the embedded mode: a complete OpenID provider whose access tokens are JWTs for the hub. */
export function createProvider(parts: ProviderParts): Provider {
  const { Provider } = loadOidcProvider();
  return new Provider(parts.url, configure(parts));
}

/** The demo users that one issuer knows. */
export function usersOf(issuer: DemoIssuer): readonly DemoUser[] {
  return DEMO_USERS.filter(user => user.issuer === issuer.name);
}

function configure(parts: ProviderParts): Configuration {
  const { issuer, url, secrets } = parts;
  const users = usersOf(issuer);
  return {
    adapter: createMemoryAdapter(),
    clients: clientsOf(parts),
    clientDefaults: { id_token_signed_response_alg: issuer.algorithm },
    clientBasedCORS: (_context, origin) => parts.redirectUris.some(uri => new URL(uri).origin === origin),
    cookies: { keys: [secrets.cookieKey] },
    extraTokenClaims: (_context, token) => claimsOf(token, parts.personToken),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, _resource, client) => ({
          audience: AUDIENCE,
          scope: grantableTo(client.clientId, users),
          accessTokenFormat: "jwt",
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          jwt: { sign: { alg: issuer.algorithm } },
        }),
      },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: (_context, sub) =>
      users.some(user => user.sub === sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined,
    interactions: { url: (_context, interaction) => `${new URL(url).pathname}/login/${interaction.uid}` },
    jwks: { keys: [requireSigningKey(secrets, issuer)] },
    pkce: { required: () => true },
    renderError: (context, out) => {
      context.type = "text/plain";
      context.body = `${out.error}: ${out.error_description ?? ""}\n`;
    },
    responseTypes: ["code"],
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: CODE_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      Grant: SESSION_SECONDS,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: LOGIN_SECONDS,
      Session: SESSION_SECONDS,
    },
  };
}

/** A user's own client gets what this user may have; the web page what any of the issuer's users may. */
function grantableTo(clientId: string, users: readonly DemoUser[]): string {
  const own = users.filter(user => user.sub === clientId);
  return [...new Set((own.length > 0 ? own : users).flatMap(scopesOf))].join(" ");
}

/** A client of their own for each user's command line, and one for the web page, which has no secret. */
function clientsOf({ issuer, secrets, redirectUris }: ProviderParts): Configuration["clients"] {
  const commandLines = usersOf(issuer).map(user => ({
    client_id: user.sub,
    client_secret: secrets.clientSecrets[user.sub],
    grant_types: ["client_credentials"],
    redirect_uris: [],
    response_types: [],
  }));
  const webPage = {
    client_id: CONSOLE_CLIENT,
    token_endpoint_auth_method: "none" as const,
    grant_types: ["authorization_code"],
    redirect_uris: [...redirectUris],
    response_types: ["code" as const],
  };
  return [...commandLines, webPage];
}

/** In whose name a user acts: what `authenticate` reads beside `sub` and `scope`. */
function claimsOf(
  token: { clientId?: string | undefined },
  personToken: string | null,
): Record<string, string> {
  const accountId = "accountId" in token ? token.accountId : token.clientId;
  const user = typeof accountId === "string" ? findDemoUser(accountId) : null;
  return {
    ...(user?.institution === undefined ? {} : { institution: user.institution }),
    ...(user?.authority === undefined ? {} : { authority: user.authority }),
    ...(user?.role === "person" && personToken !== null ? { person_token: personToken } : {}),
  };
}

function requireSigningKey(
  secrets: IdentitySecrets,
  issuer: DemoIssuer,
): IdentitySecrets["signingKeys"][string] {
  const key = secrets.signingKeys[issuer.name];
  if (key === undefined) throw new Error(`no signing key is kept for the issuer ${issuer.name}`);
  return key;
}
