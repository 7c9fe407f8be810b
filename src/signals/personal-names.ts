import { remembered } from "./remembered.ts";

/** Names of members and columns whose content is taken out whole, written without signs and in lower case. */
const promptNames = [
  "prompt prompts completion completions messages content contents template transcript conversation utterance",
  "inputmessages outputmessages systeminstructions systemprompt userprompt prompttext completiontext chathistory",
  "userinput usermessage assistantmessage inputtext outputtext responsetext",
  "question answer contexts retrievedcontexts groundtruth",
  "genaiinputmessages genaioutputmessages genaisysteminstructions genaitoolcallarguments genaitoolcallresult",
  "genaievaluationexplanation genaicontentprompt genaicontentcompletion",
  "inputvalue outputvalue traceloopentityinput traceloopentityoutput",
];
/** Beginnings of such names: some tracers number them, as in `gen_ai.prompt.0.content`. */
const promptBeginnings = /^(genai(prompt|completion)|llm(inputmessages|outputmessages|prompts|completions))/;

const personNames = [
  "email emails emailaddress useremail mail phone phonenumber telephone mobile mobilenumber",
  "firstname lastname fullname surname givenname familyname userfullname dateofbirth birthdate birthday dob",
  "ssn socialsecuritynumber passport passportnumber taxid iban creditcard creditcardnumber cardnumber",
  "streetaddress homeaddress postaladdress ipaddress clientip clientaddress userip remoteaddr userid username enduserid",
];

const setOf = (lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(" ")));
const prompts = setOf(promptNames);
const persons = setOf(personNames);

/** What a member or column of this name holds, where that is personal data. */
export function personalName(name: string): "prompt or completion" | "personal field" | null {
  return name.length > 100 ? null : holds(name) || null;
}

const holds = remembered((name) => {
  const plain = name.toLowerCase().replace(/[^a-z\d]/g, "");
  if (prompts.has(plain) || promptBeginnings.test(plain)) return "prompt or completion";
  return persons.has(plain) ? "personal field" : "";
});

/** A text that quotes such a name before a colon: JSON or the like that could not be read. */
export function quotesPersonalName(text: string): boolean {
  for (const [, name = ""] of text.matchAll(/["']([\w. -]{2,60})["']\s*:/g))
    if (personalName(name) !== null) return true;
  return false;
}
