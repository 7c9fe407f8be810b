import type { CompositePage } from "./composite-page.ts";

/** The page "Test this first" as Markdown, for an issue or a message. */
export function compositeMarkdown({ title, headline, tests, others, foot }: CompositePage): string {
  return [
    `# ${title}`,
    headline,
    ...tests.flatMap(({ name, description, why, test, owner }, place) => [
      `## ${place + 1}. ${name}`,
      ...(description === null ? [] : [description]),
      why,
      `**Test:** ${test}`,
      `**Owner:** ${owner}`,
    ]),
    ...(others === null ? [] : [others]),
    foot,
  ].join("\n\n");
}
