import { formatDate } from "../../chart/series/format-date.ts";
import type { AboutReport } from "./document/about-report.ts";
import { auditSections } from "./document/audit-sections.ts";
import type { Block, Cell, TableBlock } from "./document/block.ts";
import { headline } from "./section/in-short.ts";
import type { SharedAudit } from "./shared-audit.ts";

/**
 * The report as Markdown with GitHub's tables: the same words and figures as the HTML, without its charts. Text of the data
 * is escaped, so that no name of a group makes a heading, a link or a tag.
 */
export function auditMarkdown(report: SharedAudit, about: AboutReport = {}): string {
  const name = about.system ?? report.source.name;
  const title = about.title ?? headline(report) ?? `How the decisions in ${report.source.name} treat groups`;
  const by = [about.organization, about.preparedOn && formatDate(about.preparedOn)].filter(Boolean).join(" · ");
  const parts = [`# ${plain(title)}`, `Fairness audit of ${plain(name)}`, ...(by ? [plain(by)] : [])];
  for (const { title: heading, measure, blocks } of auditSections(report, about)) {
    parts.push(`## ${plain(heading)}`);
    if (measure !== null) parts.push(`*${plain(measure)}*`);
    parts.push(...blocks.flatMap((block) => blockText(block, 3)));
  }
  return `${parts.join("\n\n")}\n`;
}

function blockText(block: Block, level: number): string[] {
  switch (block.kind) {
    case "text":
    case "lead":
    case "small":
      return [plain(block.text)];
    case "heading":
      return [`${"#".repeat(level)} ${plain(block.text)}`];
    case "notice":
      return [`> **${plain(block.title)}.** ${plain(block.text)}`];
    case "list":
      return block.items.length === 0 ? [] : [block.items.map((item) => `- ${plain(item)}`).join("\n")];
    case "terms":
      return [
        block.terms
          .map(({ term, text, form }) => `- **${plain(term)}**: ${form === "code" ? code(text) : plain(text)}`)
          .join("\n"),
      ];
    case "command":
      return [`\`\`\`sh\n${block.text.replace(/\s+/g, " ")}\n\`\`\``];
    case "chart":
      return [];
    case "details":
      return [
        `${"#".repeat(level)} ${plain(block.summary)}`,
        ...block.blocks.flatMap((each) => blockText(each, level + 1)),
      ];
    case "table":
      return tableText(block);
  }
}

function tableText({ caption, columns, parts, note }: TableBlock): string[] {
  const head = `| ${columns.map(({ title }) => plain(title)).join(" | ")} |`;
  const rule = `| ${columns.map(({ align }) => (align === "right" ? "---:" : "---")).join(" | ")} |`;
  const rows = parts.flatMap(({ title, rows: own }) => [
    ...(title === null ? [] : [`| **${plain(title)}** ${"| ".repeat(columns.length - 1)}|`]),
    ...own.map((row) => `| ${row.map(cellText).join(" | ")} |`),
  ]);
  return [`**${plain(caption)}**`, [head, rule, ...rows].join("\n"), ...(note === undefined ? [] : [plain(note)])];
}

function cellText({ text, small }: Cell): string {
  return small === undefined ? plain(text) : `${plain(text)} (${plain(small)})`.replace(/^ /, "");
}

/** Text as it stands: what Markdown or HTML would read otherwise is escaped, and a line stays one. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]|~#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/, "$1\\$2")
    .replace(/(https?):\/\//g, "$1:\u200b//");
}

/** A span of code that holds any text. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text.replace(/\s+/g, " ")}${fence}`;
}
