import { z } from "zod";
import { type DemoUser, scopesOf } from "./demoUsers";

const ANSWER_LIMIT_MS = 5_000; // it runs on the same machine

const answerSchema = z.object({ access_token: z.string(), expires_in: z.number() });

export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** Asks a demo user's issuer for an access token, at its token endpoint, as any client would. */
export async function requestToken(
  origin: string,
  user: DemoUser,
  clientSecret: string,
): Promise<IssuedToken> {
  const response = await fetch(`${origin}/${user.issuer}/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${user.sub}:${clientSecret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ grant_type: "client_credentials", scope: scopesOf(user).join(" ") }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  if (!response.ok)
    throw new Error(`the issuer ${user.issuer} refused to give ${user.sub} a token (${response.status})`);
  const { access_token, expires_in } = answerSchema.parse(await response.json());
  return { token: access_token, expiresInSeconds: expires_in };
}
