/** The pages of the top bar, in its order; a page is listed when it exists. */
export const pageList: readonly { readonly to: string; readonly title: string }[] = [
  { to: "/", title: "Portfolio" },
  { to: "/curve", title: "Loss curve" },
  { to: "/controls", title: "Controls" },
  { to: "/audits", title: "Audits" },
  { to: "/scoring", title: "Scoring" },
  { to: "/signals", title: "Signals" },
  { to: "/register", title: "Register" },
  { to: "/systems", title: "Systems" },
  { to: "/api", title: "API" },
];
