import { readFileSync } from "node:fs";
import {
  type Color,
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const read = (block: string): Record<string, string> =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]));
const [lightBlock, darkBlock] = css.split('[data-theme="dark"]') as [string, string];
const themes = { light: read(lightBlock), dark: read(darkBlock) };

/** Machado, Oliveira and Fernandes (2009), full severity. */
const visions = {
  normal: (color: Color) => color,
  deutan: filterDeficiencyDeuter(1),
  protan: filterDeficiencyProt(1),
  tritan: filterDeficiencyTrit(1),
};
const lab = converter("lab65");
const difference = differenceEuclidean("lab65");
const steps = [1, 2, 3, 4, 5].map((step) => `risk-${step}`);

describe.each(Object.entries(themes))("%s", (_, token) => {
  const color = (name: string) => {
    const value = token[name];
    if (value === undefined) throw new Error(`token --${name}: not a colour of this theme`);
    return parse(value)!;
  };

  test.each(Object.entries(visions))("under %s vision any two steps of the ramp are ΔE*ab 12 apart", (_, seen) => {
    for (const [index, a] of steps.entries())
      for (const b of steps.slice(index + 1))
        expect(difference(seen(color(a)), seen(color(b)))).toBeGreaterThanOrEqual(12);
  });

  test.each(Object.entries(visions))("under %s vision the ramp goes one way from the paper", (_, seen) => {
    const paper = lab(color("paper")).l;
    const distances = steps.map((step) => Math.abs(lab(seen(color(step))).l - paper));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  test("text has 4.5 to 1 on all it lies on", () => {
    const grounds = ["paper", "paper-sunk"];
    const bands = ["band-within", "band-over", "band-tolerance"];
    const pairs: [text: string, ground: string][] = [
      ...["ink", "ink-2", "ink-3", "accent"].flatMap((text) =>
        grounds.map((ground): [string, string] => [text, ground]),
      ),
      ...["ink", "accent"].flatMap((text) => bands.map((ground): [string, string] => [text, ground])),
      ...steps.map((step): [string, string] => [`${step}-ink`, step]),
      ["unknown-ink", "paper"],
      ["accent-ink", "accent"],
      ["ink", "accent-tint"],
      ["ink-2", "accent-tint"],
      ["accent", "accent-tint"],
    ];
    for (const [text, ground] of pairs)
      expect(wcagContrast(color(text), color(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test("marks and lines have 3 to 1 on every side of the map", () => {
    for (const ground of ["paper", "band-within", "band-over", "band-tolerance"])
      for (const mark of ["ok", "watch-edge", "breach", "critical", "accent", "ink-3", "ink-2"])
        expect(wcagContrast(color(mark), color(ground)), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
    for (const mark of ["unknown", "series-inherent", "series-residual"])
      expect(wcagContrast(color(mark), color("paper")), mark).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(visions))("under %s vision the four status colours stay apart", (_, seen) => {
    const marks = ["ok", "watch", "breach", "critical"];
    for (const [index, a] of marks.entries())
      for (const b of marks.slice(index + 1))
        expect(difference(seen(color(a)), seen(color(b))), `${a} ${b}`).toBeGreaterThanOrEqual(12);
  });
});
