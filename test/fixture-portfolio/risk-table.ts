/** The day of the fixture. */
export const today = "2026-11-21";

export const people = [
  ["mara", "Mara Lind", "approver"],
  ["jonas", "Jonas Weber", "contributor"],
  ["aiko", "Aiko Mori", "contributor"],
  ["tomas", "Tomas Reyes", "contributor"],
  ["ines", "Ines Duarte", "contributor"],
  ["pavel", "Pavel Novak", "contributor"],
  ["lea", "Lea Brandt", "viewer"],
] as const;

export const categories = [
  ["data", "Data"],
  ["model", "Model"],
  ["system", "System"],
  ["ethical", "Ethical"],
  ["security", "Security"],
  ["legal", "Legal"],
  ["third-party", "Third party"],
  ["human", "Human"],
] as const;

/** Id, name, owner, business unit. */
export const systems = [
  ["credit-scoring", "Credit scoring API", "mara", "Bank"],
  ["hiring-ranker", "Hiring ranker", "jonas", "Group"],
  ["customer-chatbot", "Customer chatbot", "aiko", "Bank"],
  ["health-assistant", "Health cover assistant", "aiko", "Insurance"],
  ["collections", "Collections prioritiser", "tomas", "Bank"],
  ["fraud-detection", "Fraud detection", "ines", "Bank"],
  ["aml-triage", "AML alert triage", "ines", "Bank"],
  ["image-moderation", "Image moderation", "pavel", "Marketplace"],
  ["document-ocr", "Document OCR", "pavel", "Insurance"],
  ["marketing", "Marketing propensity", "lea", "Marketplace"],
  ["cash-forecast", "Branch cash forecast", "tomas", "Bank"],
  ["churn", "Churn model", "lea", "Marketplace"],
] as const;

export type Cell = readonly [likelihood: number, impact: number];

export interface RiskRow {
  readonly id: string;
  readonly name: string;
  readonly system: string;
  readonly category: string;
  readonly inherent: Cell | null;
  readonly residual: Cell | null;
  readonly target: Cell | null;
  /** Expected loss a year, residual, in thousands; null without a scenario. */
  readonly loss: number | null;
  /** Days since it was assessed; above 90 is stale. */
  readonly age: number;
  readonly due?: string;
}

/** name | system | category | inherent | residual | target | loss | age | due */
const table = `
Biased declines | credit-scoring | ethical | 5,5 | 4,5 | 2,5 | 2200 | 4 | 2026-11-20
Shortlist gap | hiring-ranker | ethical | 5,5 | 4,5 | 3,5 | 1500 | 12 | 2026-12-04
Prompt injection | customer-chatbot | security | 5,4 | 4,4 | 3,4 | 780 | 9 | 2026-11-25
Harmful advice | health-assistant | model | 4,5 | 3,5 | 2,5 | 1300 | 20 | 2026-12-15
Silent model change | health-assistant | third-party | 5,4 | 5,3 | 3,3 | 420 | 6 |
Solely automated letters | collections | legal | 4,4 | 3,4 | 2,4 | 190 | 18 | 2026-11-27
Unrepresentative sample | credit-scoring | data | 4,3 | 3,3 | 3,3 | 120 | 30 |
Score drift | credit-scoring | model | 4,3 | 3,3 | 2,3 | 140 | 30 |
Unexplained refusals | credit-scoring | legal | 4,4 | 2,4 | 2,4 | 70 | 10 |
Bureau feed outage | credit-scoring | third-party | 3,3 | 2,3 | 2,3 | 50 | 45 |
Old application forms | hiring-ranker | data | 3,3 | 3,2 | 3,2 | 40 | 33 |
High-risk duties unmet | hiring-ranker | legal | 3,5 | 2,5 | 1,5 | 100 | 25 | 2026-11-22
Rubber-stamped rankings | hiring-ranker | human | | | | | -1 |
Wrong product answers | customer-chatbot | model | 5,1 | 5,1 | 5,1 | 60 | 15 |
Vendor outage | customer-chatbot | third-party | 4,2 | 4,1 | 4,1 | 30 | 22 |
Over-trust in answers | customer-chatbot | human | 4,3 | 3,2 | 3,2 | 60 | 41 |
Outdated cover rules | health-assistant | data | 4,3 | 4,2 | 4,2 | 90 | 120 |
Leaked health data | health-assistant | security | 3,4 | 2,3 | 2,3 | 110 | 14 |
Medical device status | health-assistant | legal | | | | | -1 |
Contact data errors | collections | data | 4,2 | 4,1 | 4,1 | 15 | 28 |
Pressure on the vulnerable | collections | ethical | 4,4 | 2,4 | 2,4 | 85 | 35 |
Missed new pattern | fraud-detection | model | 4,4 | 3,3 | 3,3 | 150 | 8 |
Latency at peak | fraud-detection | system | 4,3 | 3,2 | 3,2 | 40 | 19 |
Blocked good customers | fraud-detection | ethical | 4,3 | 3,2 | 3,2 | 35 | 50 |
Probing of thresholds | fraud-detection | security | 4,2 | 2,2 | 2,2 | 15 | 60 |
Missed filing | aml-triage | model | 4,4 | 3,3 | 3,3 | 180 | 97 |
Reasons not kept | aml-triage | legal | 3,5 | 1,5 | 1,5 | 30 | 55 |
Alert fatigue | aml-triage | human | 4,3 | 4,2 | 4,2 | 20 | 99 |
Harmful image passes | image-moderation | model | 5,3 | 3,3 | 3,3 | 100 | 11 |
Queue backlog | image-moderation | system | 4,2 | 4,1 | 4,1 | 10 | 44 |
Label vendor quality | image-moderation | third-party | | | | | -1 |
Moderator harm | image-moderation | human | 4,3 | 3,2 | 3,2 | 20 | 38 |
Misread amounts | document-ocr | data | 4,3 | 4,1 | 4,1 | 30 | 110 |
Batch failure | document-ocr | system | 3,3 | 2,2 | 2,2 | 14 | 101 |
Document forgery | document-ocr | security | 3,4 | 3,2 | 2,2 | 25 | 131 |
Bought audience data | marketing | data | | | | | -1 |
Unwanted profiling | marketing | ethical | 4,3 | 2,3 | 2,3 | 28 | 65 |
Consent records | marketing | legal | 3,3 | 3,1 | 3,1 | 10 | 70 |
Holiday miss | cash-forecast | model | 4,1 | 4,1 | 4,1 | 9 | 21 |
Batch not run | cash-forecast | system | 3,2 | 3,1 | 3,1 | 7 | 21 |
Manual overrides | cash-forecast | human | 3,2 | 2,1 | 2,1 | 3 | 80 |
Stale features | churn | data | 4,1 | 3,1 | 3,1 | 13 | 103 |
Wrong save offers | churn | model | 4,1 | 3,1 | 3,1 | 10 | 24 |
`;

export const risks: readonly RiskRow[] = table
  .trim()
  .split("\n")
  .map((row) => {
    const [name, system, category, inherent, residual, target, loss, age, due] = row
      .split("|")
      .map((cell) => cell.trim());
    return {
      id: name!.toLowerCase().replaceAll(" ", "-"),
      name: name!,
      system: system!,
      category: category!,
      inherent: readCell(inherent!),
      residual: readCell(residual!),
      target: readCell(target!),
      loss: loss ? Number(loss) * 1000 : null,
      age: Number(age),
      ...(due ? { due } : {}),
    };
  });

function readCell(text: string): Cell | null {
  if (text === "") return null;
  const [likelihood, impact] = text.split(",").map(Number);
  return [likelihood!, impact!];
}
