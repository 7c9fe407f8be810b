/** A rule of law that asks for figures on groups, and how it stands on a day. Facts for software, not legal advice. */
export interface FairnessLaw {
  readonly id: string;
  readonly name: string;
  readonly citation: string;
  readonly status: "in-force" | "under-review" | "not-yet-applicable" | "never-took-effect";
  /** What the status is made of, and what else has to be known. */
  readonly note: string;
  /** From which day it applies; null where that is long past, or never came. */
  readonly appliesFrom: string | null;
  /** Day on which this was read. */
  readonly asOf: string;
  readonly source: string;
}

const asOf = "2026-11-21";

/** Laws behind the tables of a fairness audit, and those that are often taken for one. Statuses move: show their day. */
export const fairnessLaws = [
  {
    id: "four-fifths",
    name: "Uniform Guidelines on Employee Selection Procedures, four-fifths rule",
    citation: "29 CFR 1607.4(D); also 41 CFR 60-3.4(D), 28 CFR 50.14, 5 CFR 300.103",
    status: "under-review",
    note: "EEOC lists the rescission of the guidelines at its final rule stage (RIN 3046-AB43, Unified Agenda of 2026-07-05); no published final rule was found. Title VII § 703(k) and state laws remain.",
    appliesFrom: null,
    asOf,
    source: "https://www.reginfo.gov/public/do/eAgendaViewRule?RIN=3046-AB43&pubId=202510",
  },
  {
    id: "ll144",
    name: "New York City Local Law 144 of 2021, automated employment decision tools",
    citation: "NYC Admin Code §§ 20-870 to 20-874; 6 RCNY §§ 5-300 to 5-304",
    status: "in-force",
    note: "Asks for rates and impact ratios by sex, by race or ethnicity and by both, at most a year old, from an independent auditor. It sets no threshold. Race and ethnicity may not be inferred.",
    appliesFrom: "2023-07-05",
    asOf,
    source: "https://codelibrary.amlegal.com/codes/newyorkcity/latest/NYCrules/0-0-0-138530",
  },
  {
    id: "ecoa-regulation-b",
    name: "Equal Credit Opportunity Act, Regulation B",
    citation: "15 U.S.C. 1691(a); 12 CFR 1002.2(z), 1002.4(a), 1002.9",
    status: "in-force",
    note: "The effects test (disparate impact) was removed from Regulation B as of 2026-07-21 (final rule of 2026-04-22). Disparate treatment and proxies stay forbidden; state laws and the Fair Housing Act still know effects.",
    appliesFrom: null,
    asOf,
    source: "https://www.venable.com/insights/publications/2026/05/cfpb-makes-significant-changes-to-regulation-b",
  },
  {
    id: "ai-act-article-10",
    name: "EU AI Act, data and data governance of high-risk systems",
    citation: "Regulation (EU) 2024/1689, Article 10, as amended by Regulation (EU) 2026/1744",
    status: "not-yet-applicable",
    note: "Applies from 2027-12-02 to systems of Annex III, from 2028-08-02 to those of Annex I. It asks for an examination of possible biases and of gaps in the data, and sets no threshold.",
    appliesFrom: "2027-12-02",
    asOf,
    source: "https://eur-lex.europa.eu/eli/reg/2026/1744/oj",
  },
  {
    id: "eu-charter-article-21",
    name: "Charter of Fundamental Rights of the European Union, non-discrimination",
    citation: "Article 21; directives 2000/43, 2000/78, 2004/113, 2006/54",
    status: "in-force",
    note: "The list of grounds is open. No law of the Union has a numeric threshold.",
    appliesFrom: null,
    asOf,
    source: "https://eur-lex.europa.eu/eli/treaty/char_2012/oj",
  },
  {
    id: "colorado-sb24-205",
    name: "Colorado SB 24-205, consumer protections for artificial intelligence",
    citation: "SB 24-205, SB 25B-004",
    status: "never-took-effect",
    note: "Stayed on 2026-04-27, repealed and re-enacted by SB 26-189.",
    appliesFrom: null,
    asOf,
    source: "https://efros.com/research/state-ai-law-tracker/colorado/",
  },
  {
    id: "colorado-sb26-189",
    name: "Colorado SB 26-189, automated decision-making technology",
    citation: "SB 26-189, signed 2026-05-14",
    status: "not-yet-applicable",
    note: "Notice, disclosure, correction and human review; a federal challenge is reported.",
    appliesFrom: "2027-01-01",
    asOf,
    source: "https://efros.com/research/state-ai-law-tracker/colorado/",
  },
] as const satisfies readonly FairnessLaw[];
