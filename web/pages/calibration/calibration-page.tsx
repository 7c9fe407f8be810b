import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { HitRateChart } from "../../../src/chart/draw/hit-rate-chart.tsx";
import { calibrationAdvice, calibrationSentence } from "../../../src/chart/series/calibration-words.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { CalibrationQuestion } from "../../../src/contract/facts.ts";
import {
  type IntervalCalibration,
  intervalCalibration,
} from "../../../src/engine/quantification/calibration/interval-calibration.ts";
import { calibrationQuestionsQuery, workspaceQuery } from "../../data/queries.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";
import { CopySentence } from "../../shell/copy-sentence.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { emptyInterval, type IntervalDraft, judgedAnswers, readInterval } from "./interval-draft.ts";
import { QuestionRow } from "./question-row.tsx";
import "../risk/assessment.css";
import "../risk/new-risk.css";
import "./calibration.css";

type SetName = "first" | "second";

/** Twenty questions, a 90 % interval each, judged: practice for who estimates. Nothing of it is kept. */
export function CalibrationPage() {
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: sets, error, refetch } = useQuery(calibrationQuestionsQuery);
  const [name, setName] = useState<SetName>("first");
  usePageTitle("Practise 90 % intervals", workspace?.organization);
  return (
    <div aria-busy={!sets && !error}>
      <header className="page-head">
        <h1 className="head-line">Is your 90 % really 90 %?</h1>
        <p className="lede">
          Twenty questions. For each write two numbers between which the answer lies with 90 %: of twenty such intervals
          eighteen should hold it. Looking it up spoils it. Nothing is saved, and nobody else sees it.
        </p>
      </header>
      {error && !sets ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {sets ? (
        <Practice
          key={name}
          questions={sets[name]}
          set={name}
          onOther={() => setName(name === "first" ? "second" : "first")}
        />
      ) : null}
    </div>
  );
}

function Practice(props: { questions: readonly CalibrationQuestion[]; set: SetName; onOther: () => void }) {
  const { questions, set, onOther } = props;
  const [drafts, setDrafts] = useState<Readonly<Record<string, IntervalDraft>>>({});
  const [judged, setJudged] = useState<IntervalCalibration | null>(null);
  const result = useRef<HTMLHeadingElement>(null);
  const answers = useMemo(() => judgedAnswers(questions, drafts), [questions, drafts]);
  const wrong = questions.filter(({ id }) => {
    const read = readInterval(drafts[id] ?? emptyInterval);
    return read !== null && "mistake" in read;
  });
  const judge = (event: FormEvent) => {
    event.preventDefault();
    if (answers.length === 0 || wrong.length > 0) return;
    setJudged(intervalCalibration(answers));
    requestAnimationFrame(() => result.current?.focus());
  };
  return (
    <form className="calibration" onSubmit={judge} noValidate>
      <section className="block" aria-labelledby="questions">
        <header>
          <div>
            <h2 className="finding" id="questions">
              {judged ? "The answers" : `${formatNumber(answers.length)} of ${formatNumber(questions.length)} answered`}
            </h2>
            <p className="measure">The {set} set; leave out what you have no idea of, or say so by a wide interval</p>
          </div>
          <div className="choices">
            <button type="button" onClick={onOther}>
              To the {set === "first" ? "second" : "first"} set
            </button>
          </div>
        </header>
        <ol className="questions">
          {questions.map((question) => (
            <QuestionRow
              key={question.id}
              question={question}
              draft={drafts[question.id] ?? emptyInterval}
              state={judged ? "judged" : "open"}
              onChange={(draft) => setDrafts({ ...drafts, [question.id]: draft })}
            />
          ))}
        </ol>
      </section>
      <section className="block calibration-result" aria-labelledby="result">
        <header>
          <h2 className="finding" id="result" tabIndex={-1} ref={result}>
            {judged ? verdictTitle(judged) : "What your intervals are worth"}
          </h2>
        </header>
        {judged && judged.hitRate.estimate !== null ? (
          <Verdict judged={judged} left={questions.length - judged.n} />
        ) : (
          <>
            <p className="lede">
              Most people’s 90 % intervals hold the truth five or six times in ten. An estimate of a loss is no better
              than the interval it is given by.
            </p>
            <p className="actions">
              <button
                type="submit"
                className="button first"
                aria-disabled={answers.length === 0 || wrong.length > 0}
                aria-describedby="why-not"
              >
                Judge my intervals
              </button>
              <small className="hush" id="why-not">
                {wrong.length > 0
                  ? `${formatNumber(wrong.length)} to correct first`
                  : answers.length < 10
                    ? "A verdict takes ten answers"
                    : ""}
              </small>
            </p>
          </>
        )}
        {judged ? (
          <p className="actions">
            <button
              type="button"
              className="button"
              onClick={() => {
                setJudged(null);
                setDrafts({});
              }}
            >
              Begin anew
            </button>
            <button type="button" className="button" onClick={onOther}>
              Practise the {set === "first" ? "second" : "first"} set
            </button>
          </p>
        ) : null}
      </section>
    </form>
  );
}

function verdictTitle({ verdict }: IntervalCalibration): string {
  return verdict.charAt(0).toUpperCase() + verdict.slice(1);
}

function Verdict({ judged, left }: { readonly judged: IntervalCalibration; readonly left: number }) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const { hitRate } = judged;
  return (
    <>
      <div ref={frame} className="hit-rate">
        {width === null || hitRate.estimate === null ? null : (
          <HitRateChart estimate={hitRate.estimate} low={hitRate.low} high={hitRate.high} meant={0.9} width={width} />
        )}
      </div>
      <CopySentence sentence={calibrationSentence(judged)} />
      <p className="lede">{calibrationAdvice(judged)}</p>
      <p className="measure">
        {judged.meanIntervalScore === null
          ? ""
          : `Mean interval score ${formatNumber(judged.meanIntervalScore, 2)}, in sizes of the truth; smaller is better. `}
        Exact binomial interval.{left > 0 ? ` ${formatNumber(left)} left out are not counted.` : ""}
      </p>
    </>
  );
}
