// Before the first paint, so that a dark page never flashes light. web/data/theme.ts keeps it up to date.
let chosen = null;
try {
  chosen = localStorage.getItem("plimsoll.theme");
} catch {
  // Storage is switched off: follow the system.
}
document.documentElement.dataset.theme =
  chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
