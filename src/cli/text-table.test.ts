import { expect, test } from "vitest";
import { textTable } from "./text-table.ts";

test("columns are as wide as their widest text and numbers stand right", () => {
  const columns = [
    { title: "Risk", text: (row: { id: string }) => row.id },
    { title: "Loss", align: "right" as const, text: ({ loss }: { id: string; loss: string }) => loss },
    { title: "", text: ({ id }: { id: string }) => (id === "b" ? "over" : "") },
  ];
  expect(
    textTable(columns, [
      { id: "long-name", loss: "€1" },
      { id: "b", loss: "€1,000" },
    ]),
  ).toBe(["Risk         Loss", "long-name      €1", "b          €1,000  over"].join("\n"));
});
