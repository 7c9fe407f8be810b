import { formatNumber } from "../../chart/series/format-number.ts";
import type { AuditProfile, AuditReport } from "../../contract/audit-report.ts";
import { oneLine } from "../one-line.ts";
import { type Column, textTable } from "../text-table.ts";

/** How the law stands that the tables come from. */
export function lawText({
  name,
  citation,
  status,
  note: about,
  asOf,
  source,
}: NonNullable<AuditReport["law"]>): string {
  return `${name} (${citation}): ${status.replaceAll("-", " ")} as of ${asOf}. ${about} ${source}`;
}

/** The tables of a profile. */
export function profileText(profile: AuditProfile): string {
  if (profile.name === "four-fifths") {
    const tables = profile.tables.map(({ attributes, rows, unknownApplicants }) => {
      const columns: Column<(typeof rows)[number]>[] = [
        { title: attributes.join(" × "), text: ({ group }) => Object.values(group).map(oneLine).join(" × ") },
        { title: "Applicants", align: "right", text: ({ applicants }) => formatNumber(applicants) },
        { title: "Selected", align: "right", text: ({ selected }) => formatNumber(selected) },
        { title: "Impact ratio", align: "right", text: ({ comparison }) => comparison?.impactRatio.toFixed(3) ?? "" },
        {
          title: "Below 4/5",
          text: ({ comparison, role }) => (comparison ? (comparison.fourFifths === "below" ? "yes" : "no") : role),
        },
        { title: "z", align: "right", text: ({ comparison }) => comparison?.z?.toFixed(2) ?? "" },
        { title: "Shortfall", align: "right", text: ({ comparison }) => comparison?.shortfall.toFixed(1) ?? "" },
        { title: "One moved", text: ({ comparison }) => comparison?.ifOneMoved.reaches ?? "" },
      ];
      return (
        textTable(columns, rows) +
        (unknownApplicants > 0 ? `\n${unknownApplicants} of unknown group, not compared` : "")
      );
    });
    return `Four-fifths rule, 29 CFR 1607.4(D); an indication, not a finding\n\n${tables.join("\n\n")}`;
  }
  const tables = profile.tables.map(({ attributes, rows, unknown }) => {
    const columns: Column<(typeof rows)[number]>[] = [
      { title: attributes.join(" × "), text: ({ category }) => Object.values(category).map(oneLine).join(" × ") },
      { title: "Assessed", align: "right", text: ({ assessed }) => formatNumber(assessed) },
      { title: "Selected", align: "right", text: ({ selected }) => formatNumber(selected) },
      {
        title: profile.basis === "selection-rate" ? "Selection rate" : "Scoring rate",
        align: "right",
        text: ({ rate }) => rate?.toFixed(3) ?? "–",
      },
      { title: "Impact ratio", align: "right", text: ({ impactRatio }) => impactRatio?.toFixed(3) ?? "–" },
    ];
    return `${textTable(columns, rows)}\n${formatNumber(unknown)} of unknown category, not in the table`;
  });
  return `NYC Local Law 144, 6 RCNY § 5-301; the law sets no threshold\n\n${tables.join("\n\n")}`;
}
