import { FigureTableView } from "../../../src/chart/draw/fairness/figure-table-view.tsx";
import { FunnelChart } from "../../../src/chart/draw/fairness/funnel-chart.tsx";
import { funnelTable } from "../../../src/chart/series/fairness/figure-table.ts";
import { type FunnelGroup, layoutFunnel } from "../../../src/chart/series/fairness/funnel-layout.ts";
import { attributesTitle, groupLabel, sameGroup } from "../../../src/chart/series/fairness/group-words.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { ChartFrame } from "./chart-frame.tsx";

interface FunnelBlockProps {
  readonly report: AuditReport;
  readonly by: readonly string[] | null;
  readonly view: "chart" | "table";
}

/** At which step of a process the groups part. */
export function FunnelBlock({ report, by, view }: FunnelBlockProps) {
  const shown = report.funnel.filter(({ attributes }) => by === null || attributes.join() === by.join());
  return shown.map((funnel) => {
    const { stages, groups } = funnelOf(funnel);
    const title = `${attributesTitle(funnel.attributes)}: from step to step`;
    return (
      <section key={funnel.attributes.join()} className="block" aria-label={title}>
        <header>
          <div>
            <h2 className="finding">{title}</h2>
            <p className="measure">
              How many of each group reached {stages.join(", ")}, and of those before them how many went on
            </p>
          </div>
        </header>
        {view === "table" ? (
          <ScrollX label={title}>
            <FigureTableView table={funnelTable(groups, stages)} caption={title} />
          </ScrollX>
        ) : (
          <ChartFrame>
            {(width) => <FunnelChart layout={layoutFunnel(groups, { stages, width })} label={title} />}
          </ChartFrame>
        )}
      </section>
    );
  });
}

function funnelOf({ steps }: AuditReport["funnel"][number]): {
  readonly stages: string[];
  readonly groups: FunnelGroup[];
} {
  // Last comes the whole way, where it has several steps: the others say the same.
  const single = steps.length > 1 ? steps.slice(0, -1) : steps;
  const [first] = single;
  return {
    stages: first ? [first.from, ...single.map(({ to }) => to)] : [],
    groups: (first?.groups ?? []).map(({ group, entered }) => {
      const rows = single.map((step) => step.groups.find((each) => sameGroup(each.group, group)));
      return {
        key: JSON.stringify(group),
        label: groupLabel(group),
        reached: [entered, ...rows.map((row) => row?.passed ?? 0)],
        passed: rows.map((row) => row?.rate ?? { estimate: null, reason: "empty" }),
      };
    }),
  };
}
