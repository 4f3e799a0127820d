/** What a worker tells the process that started it. */
export type FromWorker =
  { readonly duanka: "ready"; readonly address: string } | { readonly duanka: "askFigures" };

/** What a worker is told. Figures are null where one of the workers did not tell its own. */
export type ToWorker =
  { readonly duanka: "stop" } | { readonly duanka: "figures"; readonly text: string | null };

/** Whether a message is one of ours: others use the same channel. */
export function isFromWorker(message: unknown): message is FromWorker {
  return isOurs(message, ["ready", "askFigures"]);
}

/** Whether a message is one of ours: others use the same channel. */
export function isToWorker(message: unknown): message is ToWorker {
  return isOurs(message, ["stop", "figures"]);
}

function isOurs(message: unknown, kinds: readonly string[]): boolean {
  return (
    typeof message === "object" &&
    message !== null &&
    "duanka" in message &&
    kinds.includes(message.duanka as string)
  );
}
