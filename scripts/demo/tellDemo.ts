import type { FormattedExecutionResult } from "graphql";
import type { EmbeddedHub } from "../embedded/startEmbedded";
import { askHub } from "../hub/askHub";
import { findDemoUser } from "../identityProvider/demoUsers";
import { requestToken } from "../identityProvider/requestToken";
import { demoStory } from "./demoStory";
import type { DemoStep } from "./demoStep";

/** What somebody asked and what came back. */
export interface ToldStep {
  readonly step: DemoStep;
  readonly answer: FormattedExecutionResult;
}

/** Lets the story happen on a running hub, one step after the other. */
export async function* tellDemo({
  gateway,
  identityProvider,
  secrets,
  people,
}: EmbeddedHub): AsyncGenerator<ToldStep> {
  for (const step of demoStory(people)) {
    const user = findDemoUser(step.as);
    if (user === null) throw new Error(`the story has a stranger: ${step.as}`);
    const { token } = await requestToken(
      identityProvider,
      user,
      secrets.identity.clientSecrets[user.sub] ?? "",
    );
    yield { step, answer: await askHub(gateway, token, step.query, step) };
  }
}
