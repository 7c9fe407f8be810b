import type { ImpactKind } from "./impact-kinds.ts";

/** When each likelihood level of the default scale holds, rare first. */
export const defaultLikelihoodCriteria = [
  "Less than one loss event in ten years: we know of it from others only.",
  "One loss event in three to ten years: it has happened to organisations like ours.",
  "One loss event in one to three years: it has happened to us, or nearly.",
  "One to three loss events a year: it happens to us, and we expect it again this year.",
  "More than three loss events a year: it happens each quarter or more often.",
] as const;

/**
 * When each impact level of the default scale holds for the loss of one event, minor first, by kind of harm.
 *
 * The amounts are those of the default scale, in the portfolio's currency.
 */
export const defaultImpactCriteria: readonly Readonly<Record<ImpactKind, string>>[] = [
  {
    people: "Annoyance; nobody is hurt, and nobody needs help.",
    rights: "A wrong outcome that is put right before it takes effect.",
    money: "Less than 30,000 in all costs of one event.",
    legal: "A departure from our own rules; no law is touched.",
    operations: "Work is slower for some hours, and no customer notices.",
    reputation: "Single complaints, answered in the ordinary way.",
  },
  {
    people: "Distress or inconvenience to some people; help is simple and soon given.",
    rights: "Some people get a wrong outcome that we correct within days when they ask.",
    money: "30,000 to 100,000 in all costs of one event.",
    legal: "A breach that we mend ourselves and need not report.",
    operations: "A service is down for up to a day, or decisions are made by hand for a week.",
    reputation: "A cluster of complaints, or a local report.",
  },
  {
    people: "Treatable harm to health, or lasting distress, to a few people.",
    rights: "A group of people is treated worse without a good reason, and redress takes weeks.",
    money: "100,000 to 300,000 in all costs of one event.",
    legal: "A breach that must be reported, an inquiry by an authority, or claims by individuals.",
    operations: "A service is down for days, or a product is held back for a month.",
    reputation: "Reports in the trade press; some customers or partners ask for an explanation.",
  },
  {
    people: "Grave or lasting harm to the health of one person, or treatable harm to many.",
    rights: "Many people lose access to work, credit, care or a public service without a good reason.",
    money: "300,000 to 1,000,000 in all costs of one event.",
    legal: "A fine, an order to change or stop the system, or a group claim.",
    operations: "A core service is down for more than a week, or a system is withdrawn.",
    reputation: "National news for days; customers leave, and a partner ends the contract.",
  },
  {
    people: "Loss of life, or grave and lasting harm to several people.",
    rights: "Widespread or irreversible harm to fundamental rights, such as discrimination at scale.",
    money: "1,000,000 or more in all costs of one event.",
    legal: "A fine of the highest class, a loss of licence, or prosecution.",
    operations: "Core business stops for weeks, or cannot go on as it was.",
    reputation: "Lasting national or international condemnation; trust is lost for years.",
  },
];
