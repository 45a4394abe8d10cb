/** A condition as a sentence, whatever the facts: what a rule that depends on it asks for. */
import { describeInterval } from "../base/interval.js";
import type { Condition, Test } from "../model/condition.js";
import { questionText } from "./breakdown.js";
import { factTitle } from "./facts.js";
import { fieldConditionText } from "./fields.js";
import { type Asked, askedCountText } from "./figures.js";
import { type Telling, say } from "./telling.js";
import { askText } from "./tests.js";
import { withinText } from "./windows.js";

export function conditionText(condition: Condition, telling: Telling): string {
  switch (condition.kind) {
    case "all":
      return joined(condition.of, say(telling, "，且", " and "), telling);
    case "any":
      return joined(condition.of, say(telling, "，或", " or "), telling);
    case "not": {
      const inside = conditionText(condition.of, telling);
      return say(telling, `不是（${inside}）`, `not (${inside})`);
    }
    case "at_least_n": {
      const inside = joined(condition.of, say(telling, "；", "; "), telling);
      return say(telling, `至少有 ${condition.n} 项成立（${inside}）`, `at least ${condition.n} of (${inside})`);
    }
    case "fact": {
      const tests = condition.tests.map((test) => askText(condition.fact, described(test), telling));
      const title = factTitle(condition.fact, telling);
      return say(telling, `${title}${tests.join("，且")}`, `${title}: ${tests.join(" and ")}`);
    }
    case "events":
      return eventsText(condition, telling);
    case "indicator":
    case "any_child_of":
    case "every_child_of":
      return questionText(condition, telling);
    // Asked only by outcomes.
    case "score":
    case "band":
    case "vetoed":
    case "eligibility":
      return condition.kind;
  }
}

function joined(parts: readonly Condition[], by: string, telling: Telling): string {
  const texts = parts.map((part) => {
    const text = conditionText(part, telling);
    return part.kind === "all" || part.kind === "any" ? say(telling, `（${text}）`, `(${text})`) : text;
  });
  return texts.join(by);
}

function eventsText({ fact, within, where, count }: Condition & { kind: "events" }, telling: Telling): string {
  const which = [
    ...(within ? [withinText(within, fact, telling)] : []),
    ...(where ? [fieldConditionText(where, fact, telling)] : []),
  ];
  const asked = askedCountText(words(count), telling);
  const title = factTitle(fact, telling);
  if (which.length === 0) return say(telling, `${title}${asked}`, `${title}: ${asked}`);
  return say(telling, `${title}中${which.join("、")}的${asked}`, `${title} ${which.join(" and with ")}: ${asked}`);
}

/** In the words of the rubric, as answers record them. */
function described(test: Test): Asked {
  switch (test.op) {
    case "in":
      return { in: test.values };
    case "full_years":
      return { full_years: words(test.interval) };
    case "missing":
      return { missing: true };
    default:
      return { [test.op]: test.value };
  }
}

function words(interval: Parameters<typeof describeInterval>[0]): Asked {
  return Object.fromEntries(describeInterval(interval));
}
