import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const frame = z.object({ functionName: z.string(), url: z.string() });
const profileSchema = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: frame, children: z.array(z.number()).optional() })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type Profile = z.output<typeof profileSchema>;

const NOT_WORK = new Set(["(idle)"]);

/** Of the time that a process was at work, the share in which a function of such a file was on the stack. */
export function profileShare(folder: string, isCounted: (url: string) => boolean): number {
  const name = readdirSync(folder)
    .filter(file => file.endsWith(".cpuprofile"))
    .sort()
    .at(-1);
  if (name === undefined) throw new Error(`no profile was written to ${folder}`);
  const profile = profileSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
  const counted = countedNodes(profile, isCounted);
  const idle = new Set(
    profile.nodes.filter(({ callFrame }) => NOT_WORK.has(callFrame.functionName)).map(({ id }) => id),
  );
  let work = 0;
  let share = 0;
  profile.samples.forEach((id, place) => {
    const time = profile.timeDeltas[place] ?? 0;
    if (idle.has(id)) return;
    work += time;
    if (counted.has(id)) share += time;
  });
  return share / work;
}

/** The nodes of the call tree that are in such a file, and all that they call. */
function countedNodes({ nodes }: Profile, isCounted: (url: string) => boolean): ReadonlySet<number> {
  const children = new Map(nodes.map(({ id, children: called }) => [id, called ?? []]));
  const counted = new Set<number>();
  const open = nodes.filter(({ callFrame }) => isCounted(callFrame.url)).map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (counted.has(id)) continue;
    counted.add(id);
    open.push(...(children.get(id) ?? []));
  }
  return counted;
}
