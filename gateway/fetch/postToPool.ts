import type { Dispatcher, Pool } from "undici";
import { startTimeLimit } from "../startTimeLimit";

/** One question as bytes, and how much may come back for how long. */
export interface Posting {
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
  /** Milliseconds over connecting, waiting and reading: a trickle of bytes does not prolong it. */
  readonly limitMs: number;
  readonly maxBytes: number;
}

/** What came back. */
export interface Received {
  readonly statusCode: number;
  readonly contentType: string;
  /** Null: longer than it may be; the rest was not read. */
  readonly text: string | null;
}

/** What a posting rejects with when its time is up. */
export class OutOfTime extends Error {}

/**
 * Posts JSON over a pool and gathers the whole answer. Rejects with {@link OutOfTime} or with what undici says. It
 * listens to undici itself: a stream, an abort signal and their events cost more than everything else about a fetch.
 */
export function postToPool(pool: Pool, posting: Posting): Promise<Received> {
  const { path, body, headers } = posting;
  return new Promise((resolve, reject) => {
    pool.dispatch({ method: "POST", path, body, headers }, new Gatherer(posting, resolve, reject));
  });
}

/** Gathers one answer. Whatever ends it first decides; what comes later changes nothing. */
class Gatherer implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  readonly #resolve: (received: Received) => void;
  readonly #reject: (error: Error) => void;
  readonly #stopLimit: () => void;
  readonly #chunks: Buffer[] = [];
  #length = 0;
  #statusCode = 0;
  #contentType = "";
  #controller: Dispatcher.DispatchController | null = null;
  #outOfTime: OutOfTime | null = null;

  constructor(
    { limitMs, maxBytes }: Posting,
    resolve: (received: Received) => void,
    reject: (error: Error) => void,
  ) {
    this.#maxBytes = maxBytes;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#stopLimit = startTimeLimit(limitMs, () => this.#giveUp());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Its time was up while it waited for a connection.
    if (this.#outOfTime !== null) controller.abort(this.#outOfTime);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // Replaced by what follows where it was informational.
    this.#statusCode = statusCode;
    this.#contentType = String(headers["content-type"] ?? "");
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length <= this.#maxBytes) {
      this.#chunks.push(chunk);
      return;
    }
    this.#receive(null);
    // With it goes the connection.
    controller.abort(new Error(`more than ${this.#maxBytes} bytes`));
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const whole =
      first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks, this.#length);
    this.#receive(whole.toString("utf8"));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#stopLimit();
    this.#reject(error);
  }

  #receive(text: string | null): void {
    this.#stopLimit();
    this.#resolve({ statusCode: this.#statusCode, contentType: this.#contentType, text });
  }

  #giveUp(): void {
    this.#outOfTime = new OutOfTime();
    this.#controller?.abort(this.#outOfTime);
    this.#reject(this.#outOfTime);
  }
}
