/** Why: the outcomes in their order, the conditions that failed, what each component brought, where points were lost. */
import type { Assessment, Because, NodeResult, OutcomeReason } from "../model/assessment.js";
import type { Reason } from "../model/explanation.js";
import { eligibilityText, fromText } from "./conditions.js";
import { schemeEffectReasons, vetoReasons } from "./effects.js";
import { pointWord, pointsText, rangeOfText, rangeText, readable } from "./figures.js";
import { adjustmentStory, schemeAdjustmentStory } from "./adjustments.js";
import { whyNotText } from "./applicability.js";
import { ADDED, DEDUCTED, joinedReasons, lostReasons } from "./lost.js";
import { weightApplying, weightText } from "./scale.js";
import { askedOfText, becauseText, decidingOf } from "./tests.js";
import { type Telling, bracketed, citation, cited, listed, say, titleOf, toldNodes } from "./telling.js";
import { bandName, isShownAsThreshold } from "./verdict.js";

export function reasonsOf(assessment: Assessment, telling: Telling): readonly Reason[] {
  return [
    ...assessment.decision.reasons.map((reason, i, all) => {
      const before = all.slice(0, i).filter(({ result }) => result === "unknown");
      return outcomeReason(reason, reason.result === "true" ? before : [], assessment, telling);
    }),
    ...vetoReasons(assessment, telling),
    ...schemeEffectReasons(assessment, telling),
    ...shownReason(assessment, telling),
    ...conditionReasons(assessment, telling),
    ...componentReasons(assessment, telling),
    ...adjustmentReasons(assessment, telling),
    ...lostReasons(assessment, telling),
    ...joinedReasons(assessment, DEDUCTED, telling),
    ...joinedReasons(assessment, ADDED, telling),
  ];
}

const CODES = { true: "outcome-holds", false: "outcome-excluded", unknown: "outcome-open" } as const;

/** An outcome whose condition is true is open all the same while one before it may still hold. */
function outcomeReason(
  reason: OutcomeReason,
  before: readonly OutcomeReason[],
  assessment: Assessment,
  telling: Telling,
): Reason {
  const { outcome, result, because } = reason;
  const name = outcomeTitle(reason, telling);
  const why = decidingOf(because, result).map((entry) => askedOfOutcome(entry, assessment, telling));
  const asked =
    why.length === 0
      ? say(telling, "前面的结论都不成立时归入这一种", "it holds when none before it does")
      : why.join(say(telling, "；", "; "));
  if (before.length > 0) {
    const first = before
      .map((entry) => say(telling, `“${outcomeTitle(entry, telling)}”`, `"${outcomeTitle(entry, telling)}"`))
      .join(say(telling, "", ", "));
    const text =
      why.length === 0
        ? say(
            telling,
            `“${name}”未定：${asked}，而${first}还没有定`,
            `"${name}" is open: ${asked}, and ${first} may yet hold`,
          )
        : say(
            telling,
            `“${name}”未定：${asked}，但排在前面的${first}还没有定`,
            `"${name}" is open: ${asked}, but ${first} comes first and may yet hold`,
          );
    return { code: "outcome-open", params: { outcome }, points: null, text };
  }
  const text = {
    true: say(telling, `“${name}”成立：${asked}`, `"${name}" holds: ${asked}`),
    false: say(telling, `“${name}”不成立：${asked}`, `"${name}" does not hold: ${asked}`),
    unknown: say(telling, `“${name}”未定：${asked}`, `"${name}" is open: ${asked}`),
  }[result];
  return { code: CODES[result], params: { outcome }, points: null, text };
}

function outcomeTitle({ outcome, title }: OutcomeReason, telling: Telling): string {
  return title === undefined ? outcome : titleOf(title, telling);
}

/** Outcomes ask for the score, its band, vetoes and eligibility; the rest of their questions are like all others. */
function askedOfOutcome(because: Because, assessment: Assessment, telling: Telling): string {
  const { read, test, result } = because;
  if (because.indicators || telling.facts.has(read)) return becauseText(because, telling);
  if (read === "eligibility") return eligibilityText(assessment.eligibility, telling);
  if (read === "vetoed") return vetoedText(because, telling);
  if (read === "band") return bandText(because, assessment, telling);
  if (read !== "score") return becauseText(because, telling);
  const asked = askedOfText(read, test, telling);
  const { score } = assessment;
  if (score.status === "nothing-scored") return say(telling, "没有得分", "there is no score");
  const figure =
    score.status === "scored"
      ? say(telling, `得分 ${readable(score.exact, telling)}，`, `the score of ${readable(score.exact, telling)} is `)
      : say(
          telling,
          `得分${rangeText(score.bounds, telling)}，`,
          `the score, ${rangeText(score.bounds, telling)}, is `,
        );
  switch (result) {
    case "true":
      return `${figure}${asked}`;
    case "false":
      return say(telling, `${figure}不满足“${asked}”`, `${figure}not ${asked}`);
    case "unknown":
      return say(telling, `${figure}是否${asked}，还不能确定`, `${figure}perhaps ${asked}, perhaps not`);
  }
}

function vetoedText({ value }: Because, telling: Telling): string {
  if (value === null) return say(telling, "是否一票否决还不能确定", "whether there is a veto is open");
  return value ? say(telling, "有一票否决", "there is a veto") : say(telling, "没有一票否决", "there is no veto");
}

/** Which band it is, and which were asked for. */
function bandText({ test, result }: Because, { decision, score }: Assessment, telling: Telling): string {
  if (score.status === "nothing-scored")
    return say(telling, "没有得分，也就没有等级", "there is no score, and so no band");
  const [words, negated] = "not" in test ? [test["not"] as typeof test, true] : [test, false];
  const wanted = ((words["in"] ?? [words["is"]]) as readonly string[]).map((id) => bandName(id, telling));
  const names = wanted.join(say(telling, "或", " or "));
  const asked = negated ? say(telling, `不是${names}`, `not ${names}`) : say(telling, `是${names}`, names);
  const possible = listed(
    (decision.bands ?? []).map((id) => bandName(id, telling)),
    telling,
  );
  if (result === "unknown")
    return say(
      telling,
      `等级可能是${possible}，是不是${names}还不能确定`,
      `the band may be ${possible}; whether it is ${names} is open`,
    );
  const is = say(telling, `等级是${possible}`, `the band is ${possible}`);
  return result === "true" ? is : say(telling, `${is}，须${asked}`, `${is}, asked for: ${asked}`);
}

function shownReason(assessment: Assessment, telling: Telling): readonly Reason[] {
  const { score, decision } = assessment;
  if (score.status !== "scored" || !isShownAsThreshold(assessment)) return [];
  const params = { display: score.display, exact: score.exact, threshold: decision.threshold! };
  const text = say(
    telling,
    `与门槛比较的是准确值 ${score.exact}，不是显示的 ${score.display}`,
    `the threshold is compared with the exact ${score.exact}, not with the ${score.display} that is shown`,
  );
  return [{ code: "shown-as-threshold", params, points: decision.margin, text }];
}

function conditionReasons({ eligibility }: Assessment, telling: Telling): readonly Reason[] {
  return eligibility.conditions.flatMap((condition): Reason[] => {
    const { id, title, status, because } = condition;
    if (status !== "failed" && status !== "unknown") return [];
    const wanted = status === "failed" ? "false" : "unknown";
    // What fails while it is open whether its sheet applies at all is open too.
    const isPending = condition.from?.applies === "open";
    const why = [
      ...(isPending ? fromText(condition, telling) : []),
      ...decidingOf(because, wanted).map((entry) => becauseText(entry, telling)),
    ];
    const clause = cited(condition.clause, condition.source, telling);
    const name = `${id} ${titleOf(title, telling)}${clause === null ? "" : citation(clause, telling)}`;
    const text =
      status === "failed"
        ? say(telling, `不符合 ${name}：${why.join("；")}`, `${name} is not met: ${why.join("; ")}`)
        : say(telling, `尚不能确定 ${name}：${why.join("；")}`, `${name} is open: ${why.join("; ")}`);
    return [
      {
        code: status === "failed" ? "condition-failed" : "condition-unknown",
        params: { condition: id },
        points: null,
        text,
      },
    ];
  });
}

function componentReasons({ components, scheme }: Assessment, telling: Telling): readonly Reason[] {
  return components.map((component): Reason => {
    const { id, weight, root, applicability } = component;
    const params = { component: id };
    const counted = weightText(component, telling);
    if (!root && applicability?.applies === "no") {
      const text = `${id}${say(telling, "：", ": ")}${whyNotText(applicability, telling)}`;
      return { code: "component-contributes", params, points: "0", text };
    }
    if (!root) {
      const text = say(
        telling,
        `${id} 还没有选定指标表，${counted}`,
        `${id} has no sheet yet, ${weight === null ? `and is ${counted}` : `its weight is ${weight}`}`,
      );
      return { code: "component-not-named", params, points: null, text };
    }
    const title = titleOf(root.title, telling);
    const { awarded, contribution, points, bounds } = root;
    if (root.status === "not-applicable") {
      const why = root.applicability
        ? whyNotText(root.applicability, telling)
        : say(telling, "没有适用的指标，不计分", "nothing in it applies");
      const text = `${title}${say(telling, "：", ": ")}${why}`;
      return { code: "component-contributes", params, points: contribution, text };
    }
    if (!awarded || contribution === null) {
      const range = rangeOfText(bounds, points, telling);
      const text = say(telling, `${title}：未定，${range}`, `${title} is open, ${range}`);
      return { code: "component-open", params, points: null, text };
    }
    // On another scale, and outside the weights, there is no maximum that the share could be held against.
    const [ofZh, ofEn] =
      scheme.rescale || weight === null
        ? [" ", ` ${pointWord(contribution)} of the score`]
        : [`（满分 ${scheme.points}）`, ` of the ${scheme.points} of the score`];
    const applying = weight === null ? "" : weightApplying(weight, root, scheme);
    const [countedZh, countedEn] = weight === null ? [counted, counted] : [`权重 ${weight}`, `weighted ${weight}`];
    const text = say(
      telling,
      `${title}：满分 ${points} 分，得 ${pointsText(awarded.exact, telling)}；${countedZh}${applying}，计入总分${ofZh}${pointsText(contribution, telling)}`,
      `${title}: ${readable(awarded.exact, telling)} of ${points} ${pointWord(points)}; ${countedEn}${applying}, ${readable(contribution, telling)}${ofEn}`,
    );
    return { code: "component-contributes", params, points: contribution, text };
  });
}

function adjustmentReasons({ components, score }: Assessment, telling: Telling): readonly Reason[] {
  const ofGroups = components
    .flatMap(({ root }) => (root ? toldNodes(root, telling) : []))
    .flatMap(({ node, telling: own }) =>
      node.adjustments.map((entry): Reason => {
        const { text } = adjustmentStory(entry, own, node.effects);
        return {
          code: "adjusted",
          params: { indicator: node.id, cause: entry.cause },
          points: entry.contribution,
          text: `${node.id} ${titleOf(node.title, telling)}${say(telling, "：", ": ")}${text}`,
        };
      }),
    );
  const ofScheme = score.adjustments.map((entry): Reason => ({
    code: "adjusted",
    params: { component: entry.because.component ?? "", cause: entry.cause },
    points: entry.contribution,
    text: schemeAdjustmentStory(entry, telling).text,
  }));
  return [...ofGroups, ...ofScheme];
}

export function nodesOf(node: NodeResult): readonly NodeResult[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** Drafts stand above everything else. */
export function noticesOf({ drafted, scheme, components }: Assessment, telling: Telling): readonly string[] {
  if (drafted.length === 0) return [];
  const rubrics = [scheme, ...components.flatMap(({ sheet }) => sheet ?? [])];
  const names = drafted.map((id) => {
    const rubric = rubrics.find((entry) => entry.id === id);
    return rubric ? `${titleOf(rubric.title, telling)}${bracketed(id, telling)}` : id;
  });
  return [
    say(
      telling,
      `本次评分依据草拟稿，不是官方发布的文件，得分只能用来试算：${listed(names, telling)}`,
      `this score is a trial: it is built on drafts that were never officially published: ${listed(names, telling)}`,
    ),
  ];
}
