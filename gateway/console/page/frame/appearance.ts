import { createContext } from "react";

/** Light or dark. */
export type Appearance = "light" | "dark";

const KEY = "duanka.appearance";

/** What was chosen last, else what the system asks for. */
export function readAppearance(): Appearance {
  const kept = localStorage.getItem(KEY);
  const asked = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const appearance = kept === "light" || kept === "dark" ? kept : asked;
  document.documentElement.dataset["appearance"] = appearance;
  return appearance;
}

/** Keeps the choice for the next visit. */
export function keepAppearance(appearance: Appearance): void {
  localStorage.setItem(KEY, appearance);
  document.documentElement.dataset["appearance"] = appearance;
}

/** The appearance and how to change it. */
export const AppearanceContext = createContext<{
  readonly appearance: Appearance;
  readonly changeAppearance: (next: Appearance) => void;
}>({ appearance: "light", changeAppearance: () => undefined });
