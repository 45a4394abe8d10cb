/** `events`: each entry, whether it counts, and what it costs or brings. */
import type { EntryResult, Step } from "../../model/assessment.js";
import type { EventLine, EventsRule } from "../../model/scoring.js";
import { entryText, excludedText } from "../entries.js";
import { fieldConditionText, kindTitle } from "../fields.js";
import { factTitle } from "../facts.js";
import { plainText, pointWord, sumTo } from "../figures.js";
import { gain, onlyRead, stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { countedWords } from "../tests.js";
import { type Telling, beforeWord, say } from "../telling.js";

export const tellEvents: RuleTeller<EventsRule> = {
  told: (leaf, telling) => {
    const sum = stepOf(leaf, "events")!;
    const start = String(sum.in[0]);
    const entries = leaf.steps.filter(({ op }) => op === "event");
    const counted = sum.in.filter((term, i) => i === 0 || term !== "0") as readonly string[];
    return {
      chain: [
        onlyRead(leaf, telling),
        say(telling, `从 ${start} 分起`, `from ${start} ${pointWord(start)}`),
        counted.length > 1 ? sumTo(counted, String(sum.out)) : say(telling, "没有要加减的记录", "no entry changes it"),
      ],
      details: entries.map((entry) => entryLine(entry, leaf.standard, telling)),
    };
  },
  standard: (rule, telling) => {
    const { fact, start, within, where, lines } = rule;
    const title = factTitle(fact, telling);
    const counts = countedWords(within, where, fact, telling);
    const from = say(telling, `从 ${start} 分起`, `from ${start} ${pointWord(start)}`);
    const first =
      counts === ""
        ? say(telling, `${from}，逐条计${title}`, `${from}, every entry of ${title} counts`)
        : say(
            telling,
            `${from}，逐条计${title}中${beforeWord(counts)}的记录`,
            `${from}, every entry of ${title} ${counts} counts`,
          );
    return [
      first,
      ...lines.map((line) => lineText(line, fact, telling)),
      ...(lines.length > 1 ? [firstCounts(telling)] : []),
    ];
  },
};

function firstCounts(telling: Telling): string {
  return say(telling, "一条记录按上面最先符合的一行计", "an entry counts by the first of these lines that fits");
}

function entryLine({ note = {}, out }: Step, rule: EventsRule, telling: Telling): string {
  const entry = note as unknown as EntryResult & { readonly line?: number | null };
  const { excluded, line } = entry;
  const verdict =
    excluded !== undefined
      ? excludedText({ ...entry, excluded }, rule, rule.fact, telling)
      : line === null
        ? say(telling, "没有对应的分值，计 0", "no line of the rule fits, counts 0")
        : gain(String(out));
  return `${entryText(entry, rule.fact, telling)}${say(telling, "：", ": ")}${verdict}`;
}

function lineText({ kind, when, points }: EventLine, fact: string, telling: Telling): string {
  const which = [
    ...(kind === undefined ? [] : [kindTitle(kind, fact, telling)]),
    ...(when ? [fieldConditionText(when, fact, telling)] : []),
  ];
  const name = which.length === 0 ? say(telling, "每条记录", "any entry") : which.join(say(telling, "，", ", "));
  return say(telling, `${name}：${gain(plainText(points))} 分`, `${name}: ${gain(plainText(points))}`);
}
