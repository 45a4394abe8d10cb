/** `linear`: between two knots in proportion. */
import { compare, exact, readExact } from "../../base/exact.js";
import type { Knot, LinearRule } from "../../model/scoring.js";
import { factTitle } from "../facts.js";
import { factorText, plainText, pointWord } from "../figures.js";
import { onlyRead, stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { type Telling, say } from "../telling.js";

export const tellLinear: RuleTeller<LinearRule> = {
  told: (leaf, telling) => {
    const [value, out] = [String(leaf.read[0]!.value), String(stepOf(leaf, "linear")!.out)];
    return { chain: [onlyRead(leaf, telling), ...wayText(value, out, leaf.standard, telling)], details: [] };
  },
  standard: ({ fact, knots, beyond }, telling) => {
    const title = factTitle(fact, telling);
    const lines = knots.map(({ at, points }) =>
      say(telling, `${title} ${at}：${points} 分`, `${title} ${at}: ${points} ${pointWord(points)}`),
    );
    return [
      ...lines,
      say(telling, "两点之间按比例计", "in between in proportion"),
      beyond === "clip"
        ? say(telling, "两端以外按端点计", "beyond the ends what the ends are worth")
        : say(telling, "两端以外按同样的比例计", "beyond the ends in the same proportion"),
    ];
  },
};

/** Which two knots, and the arithmetic between them. */
function wayText(value: string, out: string, { knots, beyond }: LinearRule, telling: Telling): readonly string[] {
  const [first, last] = [knots[0]!, knots[knots.length - 1]!];
  const under = order(value, first) < 0;
  const over = order(value, last) > 0;
  if (beyond === "clip" && (under || over)) {
    const edge = under ? first : last;
    return [
      under
        ? say(telling, `低于 ${edge.at}，按 ${edge.at} 计`, `below ${edge.at}, counts as ${edge.at}`)
        : say(telling, `高于 ${edge.at}，按 ${edge.at} 计`, `above ${edge.at}, counts as ${edge.at}`),
    ];
  }
  const met = knots.find((knot) => order(value, knot) === 0);
  if (met) {
    const at = plainText(met.at);
    return [
      say(telling, `正好是 ${at}，按标准中 ${at} 的分值计`, `exactly ${at}, worth what the standard gives for ${at}`),
    ];
  }
  const next = Math.max(1, under ? 1 : over ? knots.length - 1 : knots.findIndex((knot) => order(value, knot) < 0));
  const [from, to] = [knots[next - 1]!, knots[next]!];
  const [x, y] = [factorText(plainText(from.at)), factorText(plainText(from.points))];
  const arithmetic = `${plainText(from.points)} + (${value} − ${x}) ÷ (${plainText(to.at)} − ${x}) × (${plainText(to.points)} − ${y}) = ${out}`;
  const [left, right] = [from, to].map((knot) => {
    const [at, points] = [plainText(knot.at), plainText(knot.points)];
    return say(telling, `${at}（${points} 分）`, `${at} (${points})`);
  });
  if (!under && !over)
    return [say(telling, `${left}与 ${right}之间按比例`, `in proportion between ${left} and ${right}`), arithmetic];
  const outside = under
    ? say(telling, `低于 ${first.at}`, `below ${first.at}`)
    : say(telling, `高于 ${last.at}`, `above ${last.at}`);
  return [
    say(
      telling,
      `${outside}，按 ${left}到 ${right}的比例延伸`,
      `${outside}, in the proportion from ${left} to ${right}`,
    ),
    arithmetic,
  ];
}

function order(value: string, { at }: Knot): -1 | 0 | 1 {
  return compare(readExact(value), exact(at));
}
