/** Questions about the breakdown: the points of an indicator, or of its children, at their full scale. */
import { formatAmount, spelled } from "../base/amount.js";
import { deepFreeze } from "../base/freeze.js";
import { describeInterval } from "../base/interval.js";
import type { Because, IndicatorRead, Truth } from "../model/assessment.js";
import type { Condition, IndicatorQuestion } from "../model/condition.js";
import { answered, asked } from "./answers.js";
import type { Hull, SeenIndicator, View } from "./program.js";
import { bindRangeTest } from "./range-tests.js";

export function bindIndicatorQuestion(
  { kind, points }: Condition & { kind: IndicatorQuestion },
  key: string,
  negated: boolean,
): (view: View, because: Because[] | null) => Truth {
  const test = deepFreeze(asked({ [WORDS[kind]]: Object.fromEntries(describeInterval(points)) }, negated));
  const inside = bindRangeTest(points);
  const meets = (hull: Hull): Truth => inside({ ...hull, leastOpen: false, mostOpen: false });
  const answer = ANSWERS[kind];
  return (view, because) => {
    const seen = view.indicators!(key);
    const about = seen === undefined ? [] : kind === "indicator" ? [seen] : seen.children();
    const result = seen === undefined ? "unknown" : answer(about.map((each) => pointsAnswer(each, meets)));
    if (because !== null) {
      const indicators = about.map((each) => readOf(each, meets));
      because.push({ read: key, ...valueOf(seen, kind), test, result: answered(result, negated), indicators });
    }
    return result;
  };
}

const WORDS: Readonly<Record<IndicatorQuestion, string>> = {
  indicator: "points",
  any_child_of: "any_child",
  every_child_of: "every_child",
};

/** Of one indicator: whether it applies, and whether its points are as asked if it does. */
interface PointsAnswer {
  readonly applies: SeenIndicator["applies"];
  readonly meets: Truth;
}

function pointsAnswer({ applies, hull }: SeenIndicator, meets: (hull: Hull) => Truth): PointsAnswer {
  return { applies, meets: hull === null ? "false" : meets(hull) };
}

/** What does not apply has no points: it meets nothing, and breaks nothing that is asked of each child. */
const ANSWERS: Readonly<Record<IndicatorQuestion, (all: readonly PointsAnswer[]) => Truth>> = {
  indicator: anyMeets,
  any_child_of: anyMeets,
  every_child_of: (all) => opposite(anyMeets(all.map(({ applies, meets }) => ({ applies, meets: opposite(meets) })))),
};

function anyMeets(all: readonly PointsAnswer[]): Truth {
  let result: Truth = "false";
  for (const { applies, meets } of all) {
    if (applies === "out" || meets === "false") continue;
    if (applies === "in" && meets === "true") return "true";
    result = "unknown";
  }
  return result;
}

function opposite(truth: Truth): Truth {
  return truth === "unknown" ? "unknown" : truth === "true" ? "false" : "true";
}

/** Of children there is no one value: each of them stands beside the answer. */
function valueOf(seen: SeenIndicator | undefined, kind: IndicatorQuestion): Pick<Because, "value" | "state"> {
  if (seen === undefined) return { value: null, state: "unknown" };
  if (kind !== "indicator")
    return { value: null, state: seen.children().every((each) => isSettled(each)) ? "given" : "unknown" };
  const value = seen.applies === "in" && isSettled(seen) ? formatAmount(seen.hull!.least!) : null;
  return { value, state: isSettled(seen) ? "given" : "unknown" };
}

function isSettled({ applies, hull }: SeenIndicator): boolean {
  if (applies !== "in") return applies === "out";
  const { least, most } = hull!;
  return least !== null && most !== null && formatAmount(least) === formatAmount(most);
}

function readOf({ key, node, applies, hull }: SeenIndicator, meets: (hull: Hull) => Truth): IndicatorRead {
  return {
    indicator: key,
    title: node?.title ?? key,
    points: spelled(node?.points ?? "0"),
    applies: applies === "in" ? "yes" : applies === "out" ? "no" : "open",
    bounds: hull && { least: textOf(hull.least), most: textOf(hull.most), tight: hull.tight },
    meets: hull && meets(hull),
  };
}

function textOf(end: Hull["least"]): string | null {
  return end === null ? null : formatAmount(end);
}
