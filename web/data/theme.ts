import { keptText } from "./kept-text.ts";
import { observable } from "./observable.ts";

export type Theme = "light" | "dark";

const kept = keptText("plimsoll.theme");
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

/** The theme on the page: the one chosen in this browser, else the system's, and then it follows the system. */
export const theme = observable<Theme>(document.documentElement.dataset.theme === "dark" ? "dark" : "light");

systemIsDark.addEventListener("change", () => {
  if (kept.read() === null) show(systemIsDark.matches ? "dark" : "light");
});

export function chooseTheme(next: Theme): void {
  const systems = systemIsDark.matches ? "dark" : "light";
  kept.write(next === systems ? null : next);
  show(next);
}

function show(next: Theme): void {
  document.documentElement.dataset.theme = next;
  theme.set(next);
}
