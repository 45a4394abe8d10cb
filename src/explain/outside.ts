/** Bonus and deduction in words: what was added or taken away, and how the rubric lets it count. */
import type { NodeResult, Step } from "../model/assessment.js";
import type { ExactText } from "../model/numbers.js";
import { outOfText, pointWord, pointsText, rangeOfText, rangeText, readable, sumTo } from "./figures.js";
import { type Telling, say } from "./telling.js";

/** What a node got: out of its points, as a bonus, or as a deduction, which has none. */
export function gotText({ awarded, points, countsAs }: NodeResult, telling: Telling): string {
  const got = awarded!.exact;
  if (countsAs === "deduction") return takenText(got, telling);
  const figure = outOfText(got, points, telling);
  return countsAs === "bonus" ? say(telling, `加分 ${figure}`, `a bonus of ${figure}`) : figure;
}

/** Of negative points, what was taken away. */
export function takenText(points: ExactText, telling: Telling): string {
  if (points === "0") return say(telling, "没有扣分", "nothing taken away");
  const size = pointsText(points.replace("-", ""), telling);
  return say(telling, `扣 ${size}`, `${size} taken away`);
}

/** The same while it is open. */
export function rangeOfNode({ bounds, points, countsAs }: NodeResult, telling: Telling): string {
  if (countsAs === undefined) return rangeOfText(bounds, points, telling);
  if (countsAs === "bonus") {
    const range = bounds === null ? "" : rangeText(bounds, telling);
    return say(
      telling,
      `加分${range}，最多 ${points} 分`,
      `a bonus, ${range}, of ${points} ${pointWord(points)} at most`,
    );
  }
  const taken = bounds && { least: opposite(bounds.most), most: opposite(bounds.least) };
  const range = taken === null ? "" : rangeText(taken, telling);
  return say(telling, `扣分${range}`, `a deduction, ${range}`);
}

/** What is taken away, of negative points. */
function opposite(points: ExactText | null): ExactText | null {
  return points === null || points === "0" ? points : points.startsWith("-") ? points.slice(1) : `-${points}`;
}

/** What has joined the value of a group. `behind`: the group has its cap behind it. */
export function joinedText({ op, in: terms, out }: Step, behind: boolean, telling: Telling): string {
  const sum = sumTo(terms as readonly ExactText[], String(out));
  if (op === "deduction") return say(telling, `扣分：${sum}`, `deductions: ${sum}`);
  return behind
    ? say(telling, `封顶以后加分：${sum}`, `bonuses behind the cap: ${sum}`)
    : say(telling, `加分：${sum}`, `bonuses: ${sum}`);
}

/** Where a group divides: what stands outside is worth something else. */
export function outsideWorth(group: NodeResult, telling: Telling): readonly string[] {
  const outside = group.children?.find(({ countsAs, factor }) => countsAs !== undefined && factor !== null);
  const divides = group.combine !== undefined || group.steps.some(({ op }) => op === "renormalise");
  if (!outside || !divides) return [];
  const worth = outside.factor!;
  return [
    say(
      telling,
      `其中加分和扣分不折算，每一分计入总分 ${pointsText(worth, telling)}`,
      `bonuses and deductions among it are not scaled: each point is worth ${pointsText(worth, telling)} of the score`,
    ),
  ];
}

/** What the rubric says about how it counts. */
export function countingLines({ countsAs, absorbedBy }: NodeResult, telling: Telling): readonly string[] {
  if (countsAs === "deduction")
    return [say(telling, "扣分项：不占分值，不参加折算", "a deduction: it has no points of its own and is not scaled")];
  if (absorbedBy === undefined) return [];
  return [ABSORBED[absorbedBy][telling.lang]];
}

const ABSORBED = {
  section: {
    zh: "加分项：不占分值；加上以后，上一级不超过它的分值",
    en: "a bonus: outside the points of its group, which stays within them",
  },
  sheet: {
    zh: "加分项：不占分值；加上以后，整张表不超过满分",
    en: "a bonus: outside the points of its group; the sheet stays within its points",
  },
  none: {
    zh: "加分项：不占分值；加上以后，整张表可以超过满分",
    en: "a bonus: outside the points of its group; the sheet may exceed its points",
  },
} as const;

/** Of a deduction: how far down it goes. */
export function lowestText(floor: string, telling: Telling): string {
  if (floor === "none") return say(telling, "扣分不设下限", "no limit to what is taken away");
  const size = readable(floor.replace("-", ""), telling);
  return say(telling, `最多扣 ${size} 分`, `never more than ${size} taken away`);
}
