import { existsSync } from "node:fs";
import { join } from "node:path";

const ROOM = "gateway/console/public";

/** The folder into which the web page was built: beside the built gateway, also where the sources themselves run. */
export function findConsole(): string {
  const root = join(__dirname, "../..");
  const folder = [join(root, ROOM), join(root, "dist", ROOM)].find(place =>
    existsSync(join(place, "index.html")),
  );
  if (folder === undefined) throw new Error("the web page is not built: run `npm run build`");
  return folder;
}
