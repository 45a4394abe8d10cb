/** `events`: each entry, whether it counts, and what it costs or brings. */
import { add, exact, formatExact, multiply, readExact } from "../../base/exact.js";
import type { EntryNote, Step } from "../../model/assessment.js";
import type { EventLine, EventsRule, RestoreLine } from "../../model/scoring.js";
import { entryText, excludedText } from "../entries.js";
import { fieldConditionText, fieldTitle, kindTitle } from "../fields.js";
import { factTitle } from "../facts.js";
import { plainText, pointWord, sumTo } from "../figures.js";
import { gain, onlyRead, stepOf } from "../reads.js";
import type { RuleTeller } from "../rules.js";
import { countedWords } from "../tests.js";
import { type Telling, beforeWord, listed, say } from "../telling.js";

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
      details: entries.map((entry) => entryLine(entry, entries, leaf.standard, telling)),
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
      ...amongOthers(rule, telling),
    ];
  },
};

function firstCounts(telling: Telling): string {
  return say(telling, "一条记录按上面最先符合的一行计", "an entry counts by the first of these lines that fits");
}

/** In the order in which it is done. */
function amongOthers(
  { fact, restore, oncePer, repeat, atMostCount: n }: EventsRule,
  telling: Telling,
): readonly string[] {
  const fields = oncePer?.map((name) => fieldTitle(name, fact, telling)) ?? [];
  return [
    ...(restore ?? []).map((line) => {
      const back = backText(line, undefined, telling);
      const when = line.when && fieldConditionText(line.when, fact, telling);
      if (when === undefined) return say(telling, `扣分的记录，${back}`, `of any deduction, ${back}`);
      return say(telling, `扣分的记录，${when}的${back}`, `of a deduction where ${when}, ${back}`);
    }),
    ...(oncePer
      ? [
          say(
            telling,
            `${listed(fields, telling)}相同的几条记录只计分值最大的一条`,
            `of entries with the same ${fields.join(" and ")} only the weightiest counts`,
          ),
        ]
      : []),
    ...(repeat
      ? [
          say(
            telling,
            "同一类别按日期从第二条起加倍计",
            "from the second entry of a kind on, by date, twice the points count",
          ),
        ]
      : []),
    ...(n === undefined
      ? []
      : [
          say(
            telling,
            `最多计 ${n} 条，取分值最大的`,
            n === 1 ? "only the weightiest entry counts" : `at most ${n} entries count, the weightiest of them`,
          ),
        ]),
  ];
}

function entryLine(step: Step, all: readonly Step[], rule: EventsRule, telling: Telling): string {
  const entry = noteOf(step);
  return `${entryText(entry, rule.fact, telling)}${say(telling, "：", ": ")}${verdictText(entry, step, all, rule, telling)}`;
}

function noteOf({ note = {} }: Step): EntryNote {
  return note as unknown as EntryNote;
}

function verdictText(
  entry: EntryNote,
  { out }: Step,
  all: readonly Step[],
  rule: EventsRule,
  telling: Telling,
): string {
  const { excluded, line, points, restored, matter, doubled, beyond } = entry;
  if (excluded !== undefined) return excludedText({ ...entry, excluded }, rule, rule.fact, telling);
  if (line === null) return say(telling, "没有对应的分值，计 0", "no line of the rule fits, counts 0");
  let value = readExact(points ?? String(out));
  const chain = [gain(formatExact(value))];
  if (restored) {
    value = add(value, readExact(restored.points));
    chain.push(restoredText(rule.restore![restored.line]!, restored.points, rule.fact, telling));
    if (restored.points !== "0") chain.push(gain(formatExact(value)));
  }
  if (doubled) {
    value = add(value, value);
    chain.push(say(telling, "同类再次发生，加倍", "the same kind again, twice"), gain(formatExact(value)));
  }
  if (matter !== undefined) {
    const other = noteOf(all[matter]!);
    const which = `${other.date} ${kindTitle(other.kind, rule.fact, telling)}`;
    const said = say(
      telling,
      `与第 ${matter + 1} 条（${which}）是同一事项，不计`,
      `the same matter as entry ${matter + 1} (${which}), does not count`,
    );
    chain.push(said);
  }
  if (beyond) {
    const n = rule.atMostCount!;
    chain.push(
      say(telling, `最多计 ${n} 条，不计`, `beyond the ${n === 1 ? "one" : n} that may count, does not count`),
    );
  }
  return chain.join(" → ");
}

function restoredText(line: RestoreLine, points: string, fact: string, telling: Telling): string {
  const when = line.when && fieldConditionText(line.when, fact, telling);
  const back = backText(line, points, telling);
  return when === undefined ? back : say(telling, `${when}，${back}`, `${when}, ${back}`);
}

/** `恢复 50%`; `points`: what came back in fact. */
function backText(line: RestoreLine, points: string | undefined, telling: Telling): string {
  if ("points" in line) {
    const back = plainText(points ?? line.points);
    return say(telling, `加回 ${back} 分`, `${back} given back`);
  }
  const share = exact(line.share);
  if (share.n === 0n) return say(telling, "不恢复", "nothing restored");
  if (share.n === share.d) return say(telling, "全部恢复", "all of it restored");
  const percent = formatExact(multiply(share, { n: 100n, d: 1n }));
  return say(telling, `恢复 ${percent}%`, `${percent}% of it restored`);
}

function lineText({ kind, when, points }: EventLine, fact: string, telling: Telling): string {
  const which = [
    ...(kind === undefined ? [] : [kindTitle(kind, fact, telling)]),
    ...(when ? [fieldConditionText(when, fact, telling)] : []),
  ];
  const name = which.length === 0 ? say(telling, "每条记录", "any entry") : which.join(say(telling, "，", ", "));
  return say(telling, `${name}：${gain(plainText(points))} 分`, `${name}: ${gain(plainText(points))}`);
}
