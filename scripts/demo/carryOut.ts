import { actStep } from "./actStep";
import type { AskStep, ToldStep } from "./askStep";
import { demoStep, type DemoStep } from "./demoStep";

const QUEUE = `query Queue($institution: ID!, $kinds: [AccountOrderKind!], $after: String) {
  accountOrders(institution: $institution, kinds: $kinds, after: $after, first: 200) {
    nodes { id kind status dueAt causeId account { maskedNumber } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Queue {
  readonly accountOrders: {
    readonly nodes: readonly {
      readonly id: string;
      readonly kind: string;
      readonly status: string;
      readonly dueAt: string;
      readonly causeId: string;
      readonly account: { readonly maskedNumber: string } | null;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

/** Who carries out what, of which cause. */
export interface Work {
  readonly as: string;
  readonly institution: string;
  readonly name: string;
  readonly kind: string;
  readonly causeId: string;
}

/** An institution fetches its queue and carries out what one cause asks for. */
export async function* carryOut(ask: AskStep, work: Work): AsyncGenerator<ToldStep> {
  const { as, institution, name, kind, causeId } = work;
  const isOurs = (one: { readonly causeId: string }): boolean => one.causeId === causeId;
  // Other orders may come before: a hub that runs has more to do than this story.
  let fetched = await ask(queueStep(work, null));
  let queue = fetched.answer.data as Queue | null | undefined;
  while (queue?.accountOrders?.nodes.some(isOurs) === false && queue.accountOrders.pageInfo.hasNextPage) {
    fetched = await ask(queueStep(work, queue.accountOrders.pageInfo.endCursor));
    queue = fetched.answer.data as Queue | null | undefined;
  }
  yield fetched;
  const orders = (queue?.accountOrders?.nodes ?? []).filter(isOurs);
  const executedAt = new Date().toISOString();
  yield ask(
    actStep<{ accepted: number }>({
      title: `${name} carries them out`,
      as,
      field: "executeAccountOrders",
      inputType: "ExecuteOrdersInput",
      input: {
        requestId: `demo-${kind}-${causeId}`,
        institution,
        outcomes: orders.map(({ id }) => ({ orderId: id, executed: true, executedAt })),
      },
      selection: "accepted",
      tell: ({ accepted }) => [`carried out: ${accepted}`],
    }),
  );
}

function queueStep({ as, institution, name, kind, causeId }: Work, after: string | null): DemoStep {
  return demoStep<Queue>({
    title: kind === "RESTORE" ? `${name} is told what to undo` : `${name} fetches its orders`,
    as,
    query: QUEUE,
    variables: { institution, kinds: [kind], after },
    tell: ({ accountOrders }) =>
      (accountOrders?.nodes ?? [])
        .filter(order => order.causeId === causeId)
        .map(({ account, dueAt }) => `order    ${kind}  ${account?.maskedNumber ?? ""}  due ${dueAt}`),
  });
}
