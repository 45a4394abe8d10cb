/** `events`: each entry, whether it counts, and what it costs or brings. */
import type { Step } from "../../model/assessment.js";
import type { EventLine, EventsRule } from "../../model/scoring.js";
import { fieldConditionText, fieldOf, fieldTitle, fieldValueText, kindTitle } from "../fields.js";
import { factTitle } from "../facts.js";
import { plainText, pointWord, sumTo } from "../figures.js";
import { gain, onlyRead, stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { countedWords, windowText } from "../tests.js";
import { type Telling, beforeWord, bracketed, listed, say } from "../telling.js";

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
        ...(counted.length > 1 ? [sumTo(counted, String(sum.out))] : []),
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
  const { fact } = rule;
  const fields = (note["fields"] as readonly { name: string; value: string | boolean }[]).map(
    ({ name, value }) =>
      `${fieldTitle(name, fact, telling)} ${fieldValueText(value, fieldOf(name, fact, telling), telling)}`,
  );
  const about = fields.length === 0 ? "" : bracketed(listed(fields, telling), telling);
  const entry = `${String(note["date"])} ${kindTitle(String(note["kind"]), fact, telling)}${about}`;
  return `${entry}${say(telling, "：", ": ")}${verdictOf(note, String(out), rule, telling)}`;
}

function verdictOf(note: NonNullable<Step["note"]>, out: string, rule: EventsRule, telling: Telling): string {
  switch (note["excluded"]) {
    case "later":
      return say(telling, "晚于评价日，不计", "after the as-of date, does not count");
    case "window": {
      const window = rule.within ? windowText(rule.within, telling) : "";
      return say(telling, `不在${window}，不计`, `not ${window}, does not count`);
    }
    case "where":
      return say(
        telling,
        `不属于${beforeWord(fieldConditionText(rule.where!, rule.fact, telling))}的记录，不计`,
        `not one where ${fieldConditionText(rule.where!, rule.fact, telling)}, does not count`,
      );
    default:
      return note["line"] === null
        ? say(telling, "没有对应的分值，计 0", "no line of the rule fits, counts 0")
        : gain(out);
  }
}

function lineText({ kind, when, points }: EventLine, fact: string, telling: Telling): string {
  const which = [
    ...(kind === undefined ? [] : [kindTitle(kind, fact, telling)]),
    ...(when ? [fieldConditionText(when, fact, telling)] : []),
  ];
  const name = which.length === 0 ? say(telling, "每条记录", "any entry") : which.join(say(telling, "，", ", "));
  return say(telling, `${name}：${gain(plainText(points))} 分`, `${name}: ${gain(plainText(points))}`);
}
