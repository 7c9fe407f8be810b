import { expect, test } from "vitest";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { marks, provenance } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { type HeldPage, holdOrder } from "./held-page.ts";

const [first, second, third] = marks as [RiskFigures, RiskFigures, RiskFigures];
const pageOf = (items: RiskFigures[], total = 3): HeldPage => ({
  ...provenance,
  items,
  next: null,
  total,
  order: "current",
});

test("rows keep their place and take the figures that arrived", () => {
  const moved = { ...first, version: 9 };
  const held = holdOrder(pageOf([first, second, third]), pageOf([second, third, moved]));
  expect(held.items).toEqual([moved, second, third]);
  expect(held.order).toBe("held");
});

test("an unchanged order is simply the new page", () => {
  const arrived = pageOf([{ ...first, version: 9 }, second]);
  expect(holdOrder(pageOf([first, second]), arrived)).toBe(arrived);
});

test("a risk that left the page keeps its last figures", () => {
  const held = holdOrder(pageOf([first, second]), pageOf([second, third]));
  expect(held.items).toEqual([first, second]);
});

test("when risks came or went the page is drawn anew", () => {
  const arrived = pageOf([second], 1);
  expect(holdOrder(pageOf([first, second], 2), arrived)).toBe(arrived);
});
