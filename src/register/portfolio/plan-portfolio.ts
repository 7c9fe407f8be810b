import type { Plan } from "../../contract/plan.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import type { Queries } from "../../store/database.ts";
import type { Context } from "../context.ts";
import { type RegisterState, readRegisterNow } from "../read-register.ts";
import { selectAliases } from "../record/alias-queries.ts";
import { differingFields } from "../record/differing-fields.ts";
import { invalidInput } from "../record/parse-record.ts";
import { portfolioFindings } from "../record/portfolio-findings.ts";
import { type ListedKind, listedKinds, type RecordOf } from "../record/record-kind.ts";
import { plural } from "../record/record-schema.ts";
import { requireRole } from "../require-role.ts";
import { type Aliases, type Comparison, comparePortfolio, type Difference } from "./compare-portfolio.ts";

export interface PortfolioInput {
  /** As `readPortfolio` leaves it: without mistakes. */
  readonly portfolio: Portfolio;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly fileHash: string;
  /** Whether records that the file lacks are retired; they are never deleted. */
  readonly missing: "retire" | "leave";
}

/** What applying a file would do. */
export async function planPortfolio(ctx: Context, input: PortfolioInput): Promise<Plan> {
  requireRole(ctx, "viewer");
  const { state, comparison } = await compareWithRegister(ctx.db.queries, input);
  return {
    revision: state.revision,
    fileHash: input.fileHash,
    retire: input.missing === "retire",
    changes: comparison.differences.map((difference) => ({
      kind: difference.kind,
      id: difference.id,
      action: difference.action,
      version: difference.before?.version ?? 0,
      formerly: difference.formerly,
      fields: difference.before === null ? [] : differingFields(difference.before.record, difference.record),
    })),
    unchanged: comparison.unchanged,
  };
}

export async function compareWithRegister(
  queries: Queries,
  { portfolio, missing }: PortfolioInput,
): Promise<{ state: RegisterState; comparison: Comparison }> {
  const state = await readRegisterNow(queries);
  const aliases = Object.fromEntries(
    await Promise.all(listedKinds.map(async (kind) => [kind, await selectAliases(queries, kind)] as const)),
  ) as unknown as Aliases;
  const comparison = comparePortfolio({ state, aliases }, portfolio, { missing });
  requireLeftoversFit(portfolio, comparison.differences);
  return { state, comparison };
}

/** What stays in the register without being in the file has to fit what the file says, its scale for one. */
function requireLeftoversFit(portfolio: Portfolio, differences: readonly Difference[]): void {
  const staying = new Map<string, Difference>();
  for (const difference of differences) {
    const key = `${difference.kind} ${difference.id}`;
    if (difference.action === "missing") staying.set(key, difference);
    else if (staying.has(key)) staying.set(key, difference);
  }
  if (staying.size === 0) return;
  const merged: Record<string, unknown> = { ...portfolio };
  for (const kind of listedKinds) {
    const leftovers = [...staying.values()].filter((difference) => difference.kind === kind);
    if (leftovers.length > 0)
      merged[plural(kind)] = [...(portfolio[plural(kind)] ?? []), ...leftovers.map(({ record }) => record)];
  }
  const findings = portfolioFindings(merged as Portfolio).filter(({ path: [section, index] }) => {
    const listed = portfolio[section as keyof Portfolio] as unknown[] | undefined;
    return typeof index === "number" && index >= (listed?.length ?? 0);
  });
  if (findings.length === 0) return;
  const named = findings.map((finding) => {
    const [section, index] = finding.path as [ReturnType<typeof plural<ListedKind>>, number];
    const record = (merged[section] as RecordOf[ListedKind][])[index]!;
    return { ...finding, what: `${record.id}, which the file lacks: ${finding.what}` };
  });
  throw invalidInput("portfolio", named);
}
