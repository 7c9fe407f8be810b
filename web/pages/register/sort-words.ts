import type { RegisterSort } from "./register-search.ts";

const alphabet = { ascending: "A to Z", descending: "Z to A" } as const;
const numbers = { ascending: "lowest first", descending: "highest first" } as const;

interface SortWords {
  readonly title: string;
  readonly ascending: string;
  readonly descending: string;
}

/** Every order the register knows, in words. */
export const sortWords: Readonly<Record<RegisterSort, SortWords>> = {
  name: { title: "Risk", ...alphabet },
  system: { title: "System", ...alphabet },
  category: { title: "Category", ...alphabet },
  status: { title: "Status", ascending: "best first", descending: "worst first" },
  inherent: { title: "Inherent score", ...numbers },
  residual: { title: "Residual score", ...numbers },
  target: { title: "Target score", ...numbers },
  expectedAnnualLoss: { title: "Expected loss a year", ...numbers },
  owner: { title: "Owner", ...alphabet },
  assessed: { title: "Assessed", ascending: "longest ago first", descending: "newest first" },
  deadline: { title: "Next deadline", ascending: "earliest first", descending: "latest first" },
};
