/** One test of a condition as a sentence: what was read, what was asked, the answer. */
import { fullPeriods, parseDate } from "../base/calendar.js";
import type { Because, Truth } from "../model/assessment.js";
import type { FieldCondition, Within } from "../model/condition.js";
import { type BreakdownBecause, readsBreakdown, seenText, wantedText } from "./breakdown.js";
import { factTitle, optionTitle, sourcedText } from "./facts.js";
import { fieldConditionText } from "./fields.js";
import { type Asked, askedCountText, askedText, askedYearsText, readable } from "./figures.js";
import { withinText } from "./windows.js";
import { type Telling, beforeWord, bracketed, listed, say } from "./telling.js";

export function becauseText(because: Because, telling: Telling): string {
  const { read, test, result } = because;
  if (readsBreakdown(because)) return breakdownText(because, telling);
  const subject = `${subjectText(because, telling)}${countedText(because, telling)}`;
  const answer = ANSWERS[telling.lang][result];
  // "Yes, as required" needs no word on what is required.
  if (test["is"] === true && result === "true") return `${subject}${say(telling, "，", ", ")}${answer}`;
  const asked = askedOfText(read, test, telling);
  return say(telling, `${subject}，${answer}（须${asked}）`, `${subject}, ${answer} (asked for: ${asked})`);
}

function breakdownText(because: BreakdownBecause, telling: Telling): string {
  const seen = seenText(because, telling);
  const asked = wantedText(because, telling, (words) => askedOfText(because.read, words, telling));
  const answer = ANSWERS[telling.lang][because.result];
  return say(telling, `${seen}，${answer}（须${asked}）`, `${seen}, ${answer} (asked for: ${asked})`);
}

/** The answers that made the whole come out so. */
export function decidingOf(because: readonly Because[], result: Truth): readonly Because[] {
  const deciding = because.filter((entry) => entry.result === result);
  return deciding.length === 0 ? because : deciding;
}

const ANSWERS: Readonly<Record<Telling["lang"], Readonly<Record<Truth, string>>>> = {
  zh: { true: "符合", false: "不符合", unknown: "尚不能确定" },
  en: { true: "as required", false: "not as required", unknown: "open" },
};

function subjectText({ read, value, state, test, redacted }: Because, telling: Telling): string {
  if (isEngineWord(read, telling)) {
    if (read === "eligibility") return say(telling, "申报条件", "eligibility");
    return typeof value === "string"
      ? say(telling, `得分 ${readable(value, telling)}`, `a score of ${readable(value, telling)}`)
      : say(telling, "得分未定", "the score is open");
  }
  const said = sourcedText({ fact: read, value, state, ...(redacted && { redacted }) }, telling);
  const years =
    "full_years" in ((test["not"] ?? test) as Asked) && typeof value === "string" ? yearsText(value, telling) : "";
  return `${factTitle(read, telling)}${say(telling, "：", ": ")}${said}${years}`;
}

/** How many full years the day lies back, which is what the test compares. */
function yearsText(date: string, telling: Telling): string {
  const [day, asOf] = [parseDate(date), parseDate(telling.assessment.asOf)];
  const years = day && asOf && fullPeriods(day, asOf, "years");
  if (years === undefined) return "";
  return bracketed(
    say(telling, `到评价日满 ${years} 年`, `${years} full ${years === 1 ? "year" : "years"} ago`),
    telling,
  );
}

/** `score` and `eligibility` are the engine's words unless a fact is called so. */
function isEngineWord(read: string, { facts }: Telling): boolean {
  return (read === "score" || read === "eligibility") && !facts.has(read);
}

/** What is asked, below a `not` as what it comes to: not below 5 is at least 5. */
export function askedOfText(read: string, test: Asked, telling: Telling): string {
  if (!("not" in test)) return askText(read, test, telling);
  const inner = test["not"] as Asked;
  if (typeof inner["is"] === "boolean") return askText(read, { is: !inner["is"] }, telling);
  if ("is" in inner || "in" in inner)
    return say(telling, `不${askText(read, inner, telling)}`, `not ${askText(read, inner, telling)}`);
  if ("missing" in inner) return say(telling, "有这项资料", "that it is there");
  if ("on_or_before" in inner)
    return say(telling, `晚于 ${String(inner["on_or_before"])}`, `after ${String(inner["on_or_before"])}`);
  if ("on_or_after" in inner)
    return say(telling, `早于 ${String(inner["on_or_after"])}`, `before ${String(inner["on_or_after"])}`);
  const [kind] = ["full_years", "count"].filter((word) => word in inner);
  const turned = opposite((kind === undefined ? inner : inner[kind]) as Asked);
  if (turned) return askText(read, kind === undefined ? turned : { [kind]: turned }, telling);
  return say(telling, `并非“${askText(read, inner, telling)}”`, `not (${askText(read, inner, telling)})`);
}

const OPPOSITES: Readonly<Record<string, string>> = {
  at_least: "below",
  below: "at_least",
  above: "at_most",
  at_most: "above",
};

/** Of one comparison the opposite one; of two there is none. */
function opposite(words: Asked): Asked | undefined {
  const [[op, value] = [""], ...more] = Object.entries(words);
  const other = OPPOSITES[op];
  return other === undefined || more.length > 0 ? undefined : { [other]: value };
}

/** The test, from the words of the rubric in which it was recorded. */
export function askText(read: string, test: Asked, telling: Telling): string {
  if ("is" in test) return say(telling, `为${quoted([test["is"]], read, telling)}`, wordOf(test["is"], read, telling));
  if ("in" in test) {
    const values = test["in"] as readonly unknown[];
    const options = values.map((value) => wordOf(value, read, telling));
    return options.length === 1
      ? say(telling, `为${quoted(values, read, telling)}`, options[0]!)
      : say(telling, `为${beforeWord(quoted(values, read, telling))}之一`, `one of ${listed(options, telling)}`);
  }
  if ("missing" in test) return say(telling, "确认没有这项资料", "that it is missing for good");
  if ("on_or_before" in test)
    return say(telling, `不晚于 ${String(test["on_or_before"])}`, `not after ${String(test["on_or_before"])}`);
  if ("on_or_after" in test)
    return say(telling, `不早于 ${String(test["on_or_after"])}`, `not before ${String(test["on_or_after"])}`);
  if ("full_years" in test) return askedYearsText(test["full_years"] as Asked, telling);
  if ("count" in test) return askedCountText(test["count"] as Asked, telling);
  return askedText(test, telling);
}

/** Words stand in quotation marks, numbers do not. */
function quoted(values: readonly unknown[], read: string, telling: Telling): string {
  const words = values.map((value) => wordOf(value, read, telling));
  const type = telling.facts.get(read)?.type;
  if (type === "integer" || type === "decimal") return ` ${listed(words, telling)}`;
  return `“${words.join("”“")}”`;
}

function wordOf(value: unknown, read: string, telling: Telling): string {
  if (typeof value === "boolean") return value ? say(telling, "是", "yes") : say(telling, "否", "no");
  if (isEngineWord(read, telling))
    return value === "eligible" ? say(telling, "符合", "eligible") : say(telling, "不符合", "ineligible");
  const declared = telling.facts.get(read);
  const options = declared && "options" in declared ? declared.options : undefined;
  return optionTitle(String(value), options, telling);
}

/** Of a list, how many of its entries the test is about. */
function countedText({ read, test: recorded }: Because, telling: Telling): string {
  const test = "not" in recorded ? (recorded["not"] as Asked) : recorded;
  if (!("counted" in test)) return "";
  const within = test["within"] as Within | undefined;
  const where = test["where"] as FieldCondition | undefined;
  if (!within && !where) return "";
  const counted = String(test["counted"]);
  const which = countedWords(within, where, read, telling);
  return say(telling, `，其中${beforeWord(which)}的 ${counted} 条`, `, ${counted} of them ${which}`);
}

/** Which entries of a list are meant; nothing: all of them. */
export function countedWords(
  within: Within | undefined,
  where: FieldCondition | undefined,
  fact: string,
  telling: Telling,
): string {
  const asked = where && fieldConditionText(where, fact, telling);
  return [
    ...(within ? [withinText(within, fact, telling)] : []),
    ...(asked === undefined ? [] : [say(telling, asked, `where ${asked}`)]),
  ].join(say(telling, "、", " "));
}
