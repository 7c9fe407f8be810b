import { groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { disparityName } from "../../../chart/series/fairness/metric-words.ts";
import { type Block, type Cell, figures, plainTable, type Section } from "../document/block.ts";
import {
  countText,
  decimal,
  figureCell,
  gapIntervalText,
  gapText,
  pText,
  withoutValue,
} from "../document/figure-words.ts";
import type { SharedAudit } from "../shared-audit.ts";
import { disparityTable } from "./disparities.ts";
import { attributeChoices } from "./rates.ts";

/** Where in a process of several stages a gap opens. */
export function stageSection({ funnel }: SharedAudit): Section | null {
  if (funnel.length === 0) return null;
  return {
    id: "stages",
    title: "Where in the process the gap opens",
    measure: "Share of each group that goes on from stage to stage",
    blocks: funnel.flatMap(({ attributes, steps }, index): Block[] => {
      const by = attributes.join(" and ");
      const isHidden = steps.some(({ groups }) => groups.some(({ entered }) => entered === null));
      return [
        ...(isHidden
          ? []
          : [
              {
                kind: "chart",
                subject: { of: "stages", index },
                label: `Stages by ${by}; the tables below say the same.`,
              } as const,
            ]),
        ...steps.map(({ from, to, groups, disparity }) =>
          plainTable(
            `${from} to ${to}, by ${by}`,
            ["Group", figures("Entered"), figures("Went on"), figures("Rate")],
            groups.map(({ group, entered, passed, rate }): Cell[] => [
              { text: groupLabel(group) },
              { text: countText(entered) },
              { text: countText(passed) },
              figureCell("selectionRate", rate),
            ]),
            disparity.estimate === null
              ? `Gap: ${withoutValue(disparity.reason)}.`
              : `Gap ${gapText(disparity.estimate)}, interval ${gapIntervalText(disparity)}${disparity.pValue === null ? "" : `, p ${pText(disparity.pValue)}`}.`,
          ),
        ),
      ];
    }),
  };
}

const mostGroups = 40;
const metrics = ["selectionRate", "truePositiveRate", "falsePositiveRate", "positivePredictiveValue"] as const;

/** Each class of a task with several, against the rest. */
export function classSection({ classes, classDisparities }: SharedAudit): Section | null {
  if (classes.length === 0) return null;
  return {
    id: "classes",
    title: "Each class against the rest",
    measure: "One class counts as favourable and positive at a time",
    blocks: [
      ...classDisparities.flatMap(acrossClasses),
      ...classes.flatMap(({ class: name, groups, disparities }): Block[] => [
        { kind: "heading", text: `Class ${name}` },
        plainTable(
          `Class ${name}: rates by group`,
          [
            "Group",
            figures("Selection rate"),
            figures("True positive rate"),
            figures("False positive rate"),
            figures("Precision"),
          ],
          groups
            .slice(0, mostGroups)
            .map(({ group, metrics: own }): Cell[] => [
              { text: groupLabel(group) },
              ...metrics.map((metric) => figureCell(metric, own[metric])),
            ]),
        ),
        ...attributeChoices(groups).map(({ attributes }) =>
          disparityTable(
            `Class ${name}, by ${attributes.join(" and ")}`,
            disparities.filter((each) => each.attributes.join("\n") === attributes.join("\n")),
          ),
        ),
      ]),
    ],
  };
}

type ClassDisparities = SharedAudit["classDisparities"][number];

/** Disparities of all classes side by side, and how far decisions hang together with groups. */
function acrossClasses({ attributes, disparities, totalVariation, cramersV }: ClassDisparities): Block[] {
  const by = attributes.join(" and ");
  const names = disparities[0]?.classes.map(({ positive }) => positive) ?? [];
  const cell = (figure: ClassDisparities["disparities"][number]["macro"]): Cell =>
    figure.estimate === null
      ? { text: withoutValue(figure.reason) }
      : { text: gapText(figure.estimate), small: gapIntervalText(figure) };
  const variation =
    totalVariation === null
      ? ""
      : `Between ${totalVariation.between.map(groupLabel).join(" and ")} ${decimal(100 * totalVariation.estimate, 1)} of 100 decisions would have to be others for all classes to be decided alike (total variation). `;
  return [
    plainTable(
      `By ${by}: disparities of the classes`,
      ["Disparity", ...names.map(figures), figures("Mean"), figures("Furthest")],
      disparities.map(({ name, classes: own, macro, worst }): Cell[] => [
        { text: disparityName(name) },
        ...own.map(({ figure }) => cell(figure)),
        cell(macro),
        cell(worst),
      ]),
      `${variation}${cramersV === null ? "" : `Cramér’s V without chance: ${decimal(cramersV)}.`}`.trim() || undefined,
    ),
  ];
}
