import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changed, encoded, placesIn } from "../../test/harness/damaged-payload.ts";
import { receivedPayload, receivedPayloads } from "../../test/harness/received-payload.ts";
import { withoutPersonalData } from "./personal-data.ts";
import { translate } from "./translate.ts";

const cleaned = (value: unknown) => {
  const { content, removed } = withoutPersonalData({ kind: "json", value });
  return { value: content.kind === "json" ? content.value : null, removed };
};

describe("what goes, and where it was", () => {
  test.each<[string, unknown, unknown, string, string]>([
    [
      "a prompt",
      { prompt: "I am Bob" },
      { prompt: "[removed: prompt or completion]" },
      "prompt",
      "prompt or completion",
    ],
    [
      "a completion however written",
      { "Gen_AI.Completion": "Dear Bob" },
      { "Gen_AI.Completion": "[removed: prompt or completion]" },
      "Gen_AI.Completion",
      "prompt or completion",
    ],
    [
      "numbered prompts",
      { "gen_ai.prompt.0.content": "Bob" },
      { "gen_ai.prompt.0.content": "[removed: prompt or completion]" },
      "gen_ai.prompt.0.content",
      "prompt or completion",
    ],
    [
      "a list of messages",
      { a: [{ messages: [{ role: "user" }] }] },
      { a: [{ messages: "[removed: prompt or completion]" }] },
      "a[0].messages",
      "prompt or completion",
    ],
    [
      "an attribute",
      [{ key: "gen_ai.input.messages", value: { stringValue: "Bob" } }],
      [{ key: "gen_ai.input.messages", value: { stringValue: "[removed: prompt or completion]" } }],
      "[0].value",
      "prompt or completion",
    ],
    ["a personal field", { phone: 4915112345678 }, { phone: "[removed: personal field]" }, "phone", "personal field"],
    [
      "an address in prose",
      { a: "ask bob.o'hara+x@mail.example.com now" },
      { a: "ask bob.o'[removed: email address] now" },
      "a",
      "email address",
    ],
    ["a phone number", { a: "call +49 (151) 123-45678." }, { a: "call [removed: phone number]." }, "a", "phone number"],
    ["an account", { a: "to DE89 3704 0044 0532 0130 00" }, { a: "to [removed: bank account]" }, "a", "bank account"],
    ["a card", { a: "card 4111 1111 1111 1111" }, { a: "card [removed: card number]" }, "a", "card number"],
    [
      "a social security number",
      { a: "SSN 078-05-1120" },
      { a: "SSN [removed: social security number]" },
      "a",
      "social security number",
    ],
    [
      "an address as a name",
      { "bob@mail.example": 1 },
      { "[removed: email address]": 1 },
      "[removed: email address]",
      "email address",
    ],
    [
      "JSON in text",
      { a: '{"prompt":"Bob","n":1}' },
      { a: '{"prompt":"[removed: prompt or completion]","n":1}' },
      "a.prompt",
      "prompt or completion",
    ],
    [
      "JSON in text, cut off",
      { a: '[{"prompt":"Bob' },
      { a: "[removed: prompt or completion]" },
      "a",
      "prompt or completion",
    ],
    [
      "base 64",
      { data_base64: btoa("from bob@mail.example") },
      { data_base64: btoa("from [removed: email address]") },
      "data_base64",
      "email address",
    ],
    [
      "base 64 of no text",
      { data_base64: btoa("\xff\xfe") },
      { data_base64: "[removed: unreadable data]" },
      "data_base64",
      "unreadable data",
    ],
    [
      "a table in an event",
      { datacontenttype: "text/csv", data: "a,email\n1,x\n" },
      { datacontenttype: "text/csv", data: "a,email\n1,[removed: personal field]\n" },
      "data[0].email",
      "personal field",
    ],
  ])("%s", (_, value, expected, path, kind) => {
    const made = cleaned(value);
    expect(made.value).toEqual(expected);
    expect(made.removed).toEqual([{ path, kind }]);
    expect(cleaned(made.value)).toEqual({ value: expected, removed: [] });
  });

  test("members whose names become equal are both kept", () => {
    expect(cleaned({ "a@mail.example": 1, "b@mail.example": 2 }).value).toEqual({
      "[removed: email address]": 1,
      "[removed: email address] 2": 2,
    });
  });

  test("a column goes by its name, a cell by what is in it", () => {
    const payload = receivedPayload("readings-csv");
    const bytes = encoded("metric,value,e-mail,note\nf1,0.7,bob,ask bob@mail.example\n");
    const { signals, kept } = translate({ ...payload, stated: { contact: "eve@mail.example" }, bytes });
    expect(kept.text).toBe("metric,value,e-mail,note\nf1,0.7,[removed: personal field],ask [removed: email address]\n");
    expect(kept.stated).toEqual({ contact: "[removed: email address]" });
    expect(kept.removed.map(({ path }) => path)).toEqual(["rows[0].e-mail", "rows[0].note", "stated.contact"]);
    expect(signals[0]?.signal.labels).toMatchObject({
      note: "ask [removed: email address]",
      contact: "[removed: email address]",
    });
  });
});

test.each<[string, unknown]>([
  ["counts of what goes", { prompt: 12, completion: null, answer: true, email: "" }],
  [
    "instants, ids and hashes",
    {
      a: "2026-11-21T09:00:00+01:00",
      b: "1795251600123000000",
      c: "a3f1c0de-0001-4000-8000-000000000001",
      d: "98421d87f3492ea7",
      e: "1795299162",
    },
  ],
  [
    "versions and figures",
    {
      a: "churn@1.2.0",
      b: "0.4742 (12345.678901)",
      c: "1234567890123456",
      d: "10.0.0.1:9090",
      e: "[0:4999]",
      f: "1,234,567,890",
    },
  ],
  ["addresses of programs", { a: "http://alertmanager.example:9093/#/alerts?x=%40", b: "s3://models/churn/1" }],
])("%s stay", (_, value) => {
  expect(cleaned(value)).toEqual({ value, removed: [] });
});

describe("planted at every place of every format, nothing of it is kept or told", () => {
  const secrets = ["bob.smith@mail.example", "+49 151 12345678", "4111-1111-1111-1111"];
  const jsonPayloads = receivedPayloads.filter(
    (name) => name !== "readings-lines" && /^[{[]/.test(receivedPayload(name).body),
  );

  const tellsNothing = (payload: ReturnType<typeof receivedPayload>, planted: string, bytes: Uint8Array) => {
    const { kept, signals, refused } = translate({ ...payload, bytes });
    expect(JSON.stringify({ kept, signals, refused })).not.toContain(planted);
    expect(kept.removedCount).toBeGreaterThan(0);
  };

  test.each(jsonPayloads)("%s", (name) => {
    const payload = receivedPayload(name);
    const places = placesIn(JSON.parse(payload.body));
    const anywhere = fc.record({ place: fc.constantFrom(...places), secret: fc.constantFrom(...secrets) });
    fc.assert(
      fc.property(anywhere, fc.constantFrom("value", "prose", "member", "prompt"), ({ place, secret }, how) => {
        const planted = how === "prompt" ? "Ode to a planted phrase" : secret;
        const node = {
          value: secret,
          prose: `see ${secret}, please`,
          member: { [secret]: 1 },
          prompt: { deep: [{ prompt: planted }] },
        }[how];
        tellsNothing(payload, planted, encoded(JSON.stringify(changed(JSON.parse(payload.body), place, node))));
      }),
      { numRuns: 60 },
    );
  });

  test.each(receivedPayloads.filter((name) => receivedPayload(name).contentType === "text/csv"))("%s", (name) => {
    const payload = receivedPayload(name);
    const commas = [...payload.body.matchAll(/,/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...commas), fc.constantFrom(...secrets), (at, secret) => {
        tellsNothing(payload, secret, encoded(`${payload.body.slice(0, at)} ${secret} ${payload.body.slice(at)}`));
      }),
      { numRuns: 60 },
    );
  });
});
