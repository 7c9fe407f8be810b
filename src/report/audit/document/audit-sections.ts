import { amongLikes } from "../section/among-likes.ts";
import { asked } from "../section/asked.ts";
import { calibrationSection, rankSection } from "../section/calibration.ts";
import { disparitySection } from "../section/disparities.ts";
import { inShort } from "../section/in-short.ts";
import { lawTables } from "../section/law-tables.ts";
import { peerFigures } from "../section/peer-figures.ts";
import { rateSection } from "../section/rates.ts";
import { recompute } from "../section/recompute.ts";
import { classSection, stageSection } from "../section/stages.ts";
import { verdictSection } from "../section/verdicts.ts";
import { words } from "../section/words.ts";
import type { SharedAudit } from "../shared-audit.ts";
import type { AboutReport } from "./about-report.ts";
import type { Section } from "./block.ts";

/** The report in the order it is read: what was found, what was asked, the verdicts, then all that they rest on. */
export function auditSections(report: SharedAudit, about: AboutReport): Section[] {
  const sections = [
    inShort(report, about),
    asked(report, about),
    verdictSection(report),
    rateSection(report),
    disparitySection(report),
    amongLikes(report),
    stageSection(report),
    classSection(report),
    calibrationSection(report),
    rankSection(report),
    lawTables(report),
    peerFigures(report),
    recompute(report, about),
    words(report),
  ];
  return sections.filter((section) => section !== null);
}
