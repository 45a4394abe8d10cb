/** `imported`: what it was elsewhere, what that is here, and which record says so. */
import type { Read } from "../../model/assessment.js";
import type { ImportedRule, ScoreScale } from "../../model/scoring.js";
import { factTitle } from "../facts.js";
import { factorText, plainText } from "../figures.js";
import { onlyRead, stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { type Telling, say } from "../telling.js";

export const tellImported: RuleTeller<ImportedRule> = {
  told: (leaf, telling) => {
    const {
      in: [value],
      out,
    } = stepOf(leaf, "imported")!;
    return {
      chain: [
        onlyRead(leaf, telling),
        scalesText(leaf.standard, telling),
        `${productText(String(value), leaf.standard)} = ${String(out)}`,
      ],
      // Whoever asks about this indicator is told among the evidence.
      details: telling.inFull && leaf.read[0]!.record !== undefined ? [] : [recordText(leaf.read[0]!, telling)],
    };
  },
  standard: (rule, telling) => {
    const title = factTitle(rule.fact, telling);
    const scales = scalesText(rule, telling);
    return [
      say(telling, `${title}，${scales}`, `${title}, ${scales}`),
      ...(telling.facts.get(rule.fact)?.record === "required"
        ? [say(telling, "须附原记录的摘要", "with the digest of the record it is from")]
        : []),
    ];
  },
};

function scalesText({ from, to }: ImportedRule, telling: Telling): string {
  const [a, b, c, d] = [from.low, from.high, to.low, to.high].map(plainText);
  return say(telling, `${a} 到 ${b} 折算为 ${c} 到 ${d}`, `${a} to ${b} counts as ${c} to ${d}`);
}

/** `862 ÷ 1000 × 10`, or with the lower ends of both scales. */
function productText(value: string, { from, to }: ImportedRule): string {
  const [a, c] = [plainText(from.low), plainText(to.low)];
  if (a === "0" && c === "0") return `${value} ÷ ${plainText(from.high)} × ${plainText(to.high)}`;
  return `${c} + (${value} − ${factorText(a)}) ÷ ${lengthText(from)} × ${lengthText(to)}`;
}

function lengthText({ low, high }: ScoreScale): string {
  return `(${plainText(high)} − ${factorText(plainText(low))})`;
}

function recordText({ record }: Read, telling: Telling): string {
  return record === undefined
    ? say(telling, "没有附原记录的摘要", "no digest of the record it is from")
    : say(telling, `取自记录 ${record}`, `from the record ${record}`);
}
