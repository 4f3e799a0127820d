import type { Cluster, Redis } from "ioredis";
import type { WakeBoard } from "../../schema/contract/wakeBoard";
import type { Teardown } from "../hub/createTeardown";
import { createWakeBoard } from "../hub/createWakeBoard";

const CHANNEL_PREFIX = "duanka:changed:";

/**
 * A board that processes share over Redis. While Redis is away nobody is woken, and timers do. `redis` speaks; a
 * connection of the board's own listens, since one that listens can do nothing else.
 */
export function createRedisWakeBoard(redis: Redis | Cluster, teardown: Teardown): WakeBoard {
  const own = createWakeBoard();
  const ear = redis.duplicate();
  teardown.add(() => ear.disconnect());
  ear.on("error", () => undefined); // the connection is tried again by itself
  ear.on("ready", () => {
    ear.psubscribe(`${CHANNEL_PREFIX}*`).catch(() => undefined); // lost again: subscribed when it is back
  });
  ear.on("pmessage", (_pattern, channel: string) => own.ring(channel.slice(CHANNEL_PREFIX.length)));
  return {
    ring(subgraph) {
      // Nothing is lost with a call that fails: whoever was not called wakes by a timer.
      redis.publish(CHANNEL_PREFIX + subgraph, "").catch(() => own.ring(subgraph));
    },
    listen: (subgraph, wake) => own.listen(subgraph, wake),
  };
}
