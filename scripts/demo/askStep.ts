import type { FormattedExecutionResult } from "graphql";
import { setTimeout as sleep } from "node:timers/promises";
import type { EmbeddedHub } from "../embedded/startEmbedded";
import { askHub } from "../hub/askHub";
import { findDemoUser } from "../identityProvider/demoUsers";
import { requestToken } from "../identityProvider/requestToken";
import type { DemoStep } from "./demoStep";

/** The hub on which a story is told: one that runs, in this process or elsewhere on this machine. */
export type DemoHub = Pick<EmbeddedHub, "gateway" | "identityProvider" | "people" | "secrets">;

/** What somebody asked and what came back. */
export interface ToldStep {
  readonly step: DemoStep;
  readonly answer: FormattedExecutionResult;
}

/** Asks a step of the hub, in the name of its user; again and again until the answer has come about, if it says how. */
export type AskStep = (step: DemoStep, isThere?: (data: never) => boolean) => Promise<ToldStep>;

const AGAIN_MS = 50;
/** Orders follow a recognition within milliseconds; whoever waits longer than this is told what there is. */
const PATIENCE_MS = 10_000;

/** Asks over HTTP as any client would. */
export function createAskStep({ gateway, identityProvider, secrets }: DemoHub): AskStep {
  async function askOnce(step: DemoStep): Promise<ToldStep> {
    const user = findDemoUser(step.as);
    if (user === null) throw new Error(`the story has a stranger: ${step.as}`);
    const { token } = await requestToken(
      identityProvider,
      user,
      secrets.identity.clientSecrets[user.sub] ?? "",
    );
    return { step, answer: await askHub(gateway, token, step.query, step) };
  }
  return async (step, isThere) => {
    for (const deadline = Date.now() + PATIENCE_MS; ;) {
      const told = await askOnce(step);
      const { data } = told.answer;
      if (isThere === undefined || Date.now() > deadline || (data && isThere(data as never))) return told;
      await sleep(AGAIN_MS);
    }
  };
}
