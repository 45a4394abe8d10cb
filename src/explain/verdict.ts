/** The verdict in a few sentences: the outcome, the score against the threshold, and whether anything can still change. */
import { compare, exact, readExact } from "../base/exact.js";
import type { Assessment, OutcomeReason } from "../model/assessment.js";
import { vetoSentence } from "./effects.js";
import { pointsText, rangeText, tellingPlaces } from "./figures.js";
import { type Telling, bracketed, citation, cited, listed, say, titleOf } from "./telling.js";

export function verdictOf(assessment: Assessment, telling: Telling): readonly string[] {
  return [
    outcomeSentence(assessment, telling),
    ...scoreSentences(assessment, telling),
    ...bandSentence(assessment, telling),
    ...vetoSentence(assessment, telling),
  ];
}

function outcomeSentence({ decision }: Assessment, telling: Telling): string {
  if (decision.certain) {
    const reason = decision.reasons.find(({ outcome }) => outcome === decision.outcome);
    const clause = reason ? cited(reason.clause, reason.source, telling) : null;
    const basis = clause === null ? "" : say(telling, `，依据 ${clause}`, `, under ${clause}`);
    return `${outcomeName(decision.outcome, decision.reasons, telling)}${basis}`;
  }
  const names = decision.possible.map((outcome) => outcomeName(outcome, decision.reasons, telling));
  return say(telling, `未定，可能是：${listed(names, telling)}`, `open; it may be: ${listed(names, telling)}`);
}

function bandSentence({ decision, scheme }: Assessment, telling: Telling): readonly string[] {
  if (!decision.bands || decision.bands.length === 0) return [];
  const { band } = decision;
  const named = (id: string): string => bandName(id, telling);
  if (band === null) {
    const names = listed(decision.bands.map(named), telling);
    return [say(telling, `等级未定，可能是：${names}`, `the band is open; it may be: ${names}`)];
  }
  const found = scheme.bands?.find(({ id }) => id === band);
  const clause = found ? cited(found.clause, found.source, telling) : null;
  const basis = clause === null ? "" : say(telling, `，依据 ${clause}`, `, under ${clause}`);
  const own = decision.scoreBand ?? band;
  const before =
    own === band ? "" : say(telling, `；按得分是${named(own)}`, `; by the score alone it would be ${named(own)}`);
  return [say(telling, `等级：${named(band)}${basis}${before}`, `the band is ${named(band)}${basis}${before}`)];
}

/** What follows from the outcome: one line each, with the clause. */
export function measuresOf({ decision }: Assessment, telling: Telling): readonly string[] {
  return (decision.measures ?? []).map(({ id, title, clause, source }) => {
    const where = cited(clause, source, telling);
    return `${id} ${titleOf(title, telling)}${where === null ? "" : citation(where, telling)}`;
  });
}

/** `守信（A）`: the title with the id behind it, or the id alone. */
export function bandName(band: string, telling: Telling): string {
  const title = telling.assessment.scheme.bands?.find(({ id }) => id === band)?.title;
  if (title === undefined || titleOf(title, telling) === band) return band;
  return `${titleOf(title, telling)}${bracketed(band, telling)}`;
}

export function outcomeName(outcome: string, reasons: readonly OutcomeReason[], telling: Telling): string {
  const title = reasons.find((reason) => reason.outcome === outcome)?.title;
  if (title === undefined || titleOf(title, telling) === outcome) return outcome;
  return `${titleOf(title, telling)}${bracketed(outcome, telling)}`;
}

function scoreSentences(assessment: Assessment, telling: Telling): readonly string[] {
  const { score, decision } = assessment;
  switch (score.status) {
    case "nothing-scored":
      return [say(telling, "没有任何指标适用，没有得分", "nothing applies, so there is no score")];
    case "open": {
      const range = rangeText(score.bounds, telling);
      const settled = decision.certain
        ? [
            say(
              telling,
              "还没有定下来的内容，不论结果如何，结论都不会变",
              "whatever comes of what is still open, the outcome stays the same",
            ),
          ]
        : [];
      const { least, most } = score.bounds;
      return [
        least !== null && least === most
          ? say(
              telling,
              `还有没填的，但得分不论如何都是 ${pointsText(least, telling)}${thresholdAside(assessment, telling)}`,
              `not everything is known, and still the score is ${pointsText(least, telling)} in any case${thresholdAside(assessment, telling)}`,
            )
          : say(
              telling,
              `得分未定，${range}${thresholdAside(assessment, telling)}`,
              `the score is open, ${range}${thresholdAside(assessment, telling)}`,
            ),
        ...settled,
      ];
    }
    case "scored":
      return [scoredSentence(assessment, score.exact, telling), ...shownSentence(assessment, telling)];
  }
}

function thresholdAside({ decision: { threshold } }: Assessment, telling: Telling): string {
  return threshold === null ? "" : say(telling, `，门槛 ${threshold} 分`, `, the threshold is ${threshold}`);
}

function scoredSentence({ decision, eligibility }: Assessment, score: string, telling: Telling): string {
  const { threshold, margin, outcome, goal } = decision;
  const figure = pointsText(score, telling);
  if (threshold === null || margin === null) return say(telling, `得分 ${figure}`, `the score is ${figure}`);
  const sign = compare(readExact(margin), exact("0"));
  const size = pointsText(margin.replace("-", ""), telling);
  const against =
    sign > 0
      ? say(telling, `达到 ${threshold} 分的门槛，高出 ${size}`, `above the threshold of ${threshold} by ${size}`)
      : sign === 0
        ? say(telling, `正好在 ${threshold} 分的门槛上`, `exactly on the threshold of ${threshold}`)
        : say(telling, `低于 ${threshold} 分的门槛，差 ${size}`, `below the threshold of ${threshold} by ${size}`);
  // A good score of somebody who may not apply would otherwise read as a promise.
  const isBarred = eligibility.status === "ineligible" && sign >= 0 && outcome !== goal;
  const barred = isBarred
    ? say(
        telling,
        "；但不符合申报条件，得分不改变结论",
        "; but not every condition is met, and the score does not change the outcome",
      )
    : "";
  return say(telling, `得分 ${figure}，${against}${barred}`, `the score is ${figure}, ${against}${barred}`);
}

/** Whether the score as displayed reads as the threshold, or better, while the exact one is below it. */
export function isShownAsThreshold({ score, decision: { threshold, margin } }: Assessment): boolean {
  if (score.status !== "scored" || threshold === null || margin === null || !margin.startsWith("-")) return false;
  return compare(exact(score.display), exact(threshold)) >= 0;
}

function shownSentence(assessment: Assessment, telling: Telling): readonly string[] {
  const { score, decision } = assessment;
  if (score.status !== "scored") return [];
  if (!isShownAsThreshold(assessment)) {
    if (compare(exact(score.display), readExact(score.exact)) === 0) return [];
    return [
      say(
        telling,
        `显示为 ${score.display}，舍入只用于显示`,
        `it is shown as ${score.display}, rounded for display only`,
      ),
    ];
  }
  const precise = tellingPlaces(score.exact, decision.threshold!);
  return [
    say(
      telling,
      `显示为 ${score.display}，但准确的得分是 ${precise}…，比 ${decision.threshold!} 小，没有达到门槛`,
      `it is shown as ${score.display}, but the exact score is ${precise}…, less than ${decision.threshold!}, and misses the threshold`,
    ),
  ];
}
