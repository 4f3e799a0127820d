import { chromium, type Browser } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium"; // Debian's; nothing is downloaded

/** Starts Debian's Chromium without a window. */
export function launchChromium(): Promise<Browser> {
  // Root has no other way to run it, and the pages are our own.
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
}
