import { useEffect } from "react";
import { useNavigate } from "react-router";
import type { Destination } from "./destinations";
import { isTyping } from "./isTyping";

/** How long after `g` the letter may come. */
const SECOND_KEY_MS = 1_500;
/** The search box's id. */
export const SEARCH_ID = "search";

/** `/` goes to the search box, `g` and a letter to a page. Nothing happens while somebody types. */
export function useShortcuts(destinations: readonly Destination[]): void {
  const navigate = useNavigate();
  const map = destinations.map(({ key, to }) => `${key} ${to}`).join("\n");
  useEffect(() => {
    let wentAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "/") {
        event.preventDefault();
        document.getElementById(SEARCH_ID)?.focus();
      } else if (event.key === "g") wentAt = event.timeStamp;
      else if (event.timeStamp - wentAt < SECOND_KEY_MS) {
        wentAt = 0;
        const line = map.split("\n").find(one => one.startsWith(`${event.key} `));
        if (line !== undefined) void navigate(line.slice(2));
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [map, navigate]);
}
