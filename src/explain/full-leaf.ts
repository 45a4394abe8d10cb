/** One indicator for whoever asks about it alone: its standard, its papers, and what it is worth in the score. */
import { ZERO, compare, readExact } from "../base/exact.js";
import type { FactNote } from "../model/assessment.js";
import { factTitle, inputsOf } from "./facts.js";
import { divisorText, pointsText } from "./figures.js";
import type { LeafResult } from "./rules.js";
import { standardLines } from "./terms.js";
import { type Telling, bracketed, listed, say } from "./telling.js";

/** For the reader of one indicator: the rule itself, every fact with its papers and notes. */
export function fully(leaf: LeafResult, telling: Telling): readonly string[] {
  const standard = under(say(telling, "评分标准", "standard"), standardLines(leaf, telling), telling);
  const seen = new Set<string>();
  const reads = under(
    say(telling, "佐证", "evidence"),
    leaf.read.flatMap(({ fact }) => evidenceLines(fact, telling, seen)),
    telling,
  );
  const { factor, awarded, contribution } = leaf;
  const worth =
    factor === null || factor === "1" || awarded === null || contribution === null
      ? []
      : [
          say(
            telling,
            `计入总分：${awarded.exact} × ${divisorText(factor)} = ${contribution}`,
            `in the score: ${awarded.exact} × ${divisorText(factor)} = ${contribution}`,
          ),
        ];
  const lost = leaf.shortfall !== null && compare(readExact(leaf.shortfall), ZERO) > 0 && leaf.countsAs !== "deduction";
  const shortfall = lost
    ? [
        say(
          telling,
          leaf.countsAs === "bonus"
            ? `加满还可以多 ${pointsText(leaf.shortfall, telling)}`
            : `与满分相比，总分少 ${pointsText(leaf.shortfall, telling)}`,
          `full marks would bring ${pointsText(leaf.shortfall, telling)} more`,
        ),
      ]
    : [];
  return [...standard, ...reads, ...worth, ...shortfall];
}

/** One line stands behind its heading, several stand below it. */
function under(heading: string, lines: readonly string[], telling: Telling): readonly string[] {
  if (lines.length < 2) return lines.map((line) => `${heading}${say(telling, "：", ": ")}${line}`);
  return [heading, ...lines.map((line) => `– ${line}`)];
}

/** The papers of every supplied fact beneath; a derived fact has none of its own, a judgement neither. */
function evidenceLines(fact: string, telling: Telling, seen = new Set<string>()): readonly string[] {
  const read = telling.reads.get(fact);
  if (!read || seen.has(fact)) return [];
  seen.add(fact);
  const inputs = inputsOf(telling.facts.get(fact));
  if (inputs.length > 0) return inputs.flatMap((input) => evidenceLines(input, telling, seen));
  const { evidence, note, record } = read;
  const papers =
    evidence.length === 0 ? lackingText(telling.facts.get(fact)?.evidence, telling) : listed(evidence, telling);
  const about = note === undefined ? "" : bracketed(note, telling);
  const title = factTitle(fact, telling);
  const from =
    record === undefined ? [] : [say(telling, `${title}：取自记录 ${record}`, `${title}: from the record ${record}`)];
  return [`${title}${say(telling, "：", ": ")}${papers}${about}`, ...from];
}

function lackingText(wanted: FactNote["evidence"], telling: Telling): string {
  return wanted === "required"
    ? say(telling, "应附佐证，还没有附", "required, none attached")
    : say(telling, "没有附佐证", "none attached");
}
