import { expect, test } from "vitest";
import { warningsIn } from "../../../test/portfolio/mistakes-in.ts";

const portfolio = (loss: string, causes: string) => `version: 1
dependencies: [{ id: llm, kind: vendor, strikes: 1 }]
systems: [{ id: bot, dependsOn: [llm] }]
controls: [{ id: counsel, status: working, effectiveness: 0.5 }]
risks:
  - id: advice
    system: bot
    category: legal
    event: The bot gives advice.
    owner: mara
    controls: [{ control: counsel, acts: secondary }]
    scenario:
      frequency: 1
      loss: ${loss}
      commonCauses: [${causes}]
`;

test("strikes that nothing suffers from and a control on a loss that is not there are warned of", () => {
  expect(warningsIn(portfolio("{ primary: 1 }", ""))).toEqual([
    '2:50: no risk names "llm" as a common cause; name it in the commonCauses of the risks that its strikes bring about',
    '11:42: control "counsel" acts on a secondary loss, which the scenario has not; add loss.secondary to the scenario, or let it act on frequency or loss',
  ]);
});

test("used, they are not", () => {
  const loss = "{ primary: 1, secondary: { probability: 0.1, loss: 5 } }";
  expect(warningsIn(portfolio(loss, "{ cause: llm, probability: 0.5 }"))).toEqual([]);
});
