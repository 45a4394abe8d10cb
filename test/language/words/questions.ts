/** Words of conditions, tests, intervals and periods. */
import { type ShapeWords, key, may, of, text } from "../text.js";

const OPEN = text("这一头不限", "no limit on this side");
const UNASKED = text("不问", "not asked");

export const BOUNDS = {
  at_least: may("大于或等于（以上、不少于，含本数）", "this number or more", OPEN),
  above: may("大于（超过，不含本数）", "more than this number", OPEN),
  at_most: may("小于或等于（以下、不超过，含本数）", "this number or less", OPEN),
  below: may("小于（不足，不含本数）", "less than this number", OPEN),
};

const TESTS = {
  is: may("等于", "equal to", UNASKED),
  in: may(
    "是其中之一；`choices` 事实：至少有其中一个",
    "one of these; of a `choices` fact: holds one of them",
    UNASKED,
  ),
  at_least: may("大于或等于", "this number or more", UNASKED),
  above: may("大于", "more than this number", UNASKED),
  at_most: may("小于或等于", "this number or less", UNASKED),
  below: may("小于", "less than this number", UNASKED),
  on_or_before: may("不晚于这一天", "on this day or before", UNASKED),
  on_or_after: may("不早于这一天", "on this day or after", UNASKED),
  full_years: may("到评价基准日满几年", "full years until the as-of date", UNASKED),
  missing: may("确认没有；只能写 `true`，并且单独写", "known to be missing; only `true`, and alone", UNASKED, {
    true: text("确认没有", "known to be missing"),
  }),
};

const POINTS = key(
  "得分在这个区间；按满分折算：得分 × 分值 ÷ 适用的分值",
  "the points lie in this interval, at full scale: awarded × points ÷ what of them applies",
);
const WITHIN = may("只数这段时间内的", "only what lies in this period", text("不限时间", "whenever"));
const WHERE = may("只数满足这个条件的", "only what meets this condition", text("全数", "all of them"));

export const QUESTION_WORDS: Readonly<Record<string, ShapeWords>> = {
  "questions.all": of("全部满足", "all of them", { all: key("这些条件都满足", "every one of these holds") }),
  "questions.any": of("满足之一", "any of them", { any: key("这些条件满足一个就行", "one of these holds, or more") }),
  "questions.not": of("不满足", "not", { not: key("这个条件不满足", "this does not hold") }),
  "questions.atLeastN": of("至少满足几条", "at least so many", {
    at_least_n: key("其中至少满足几条", "so many of these hold, or more"),
  }),
  "questions.atLeastNParts": of("至少几条、哪几条", "how many, of which", {
    n: key("至少几条", "how many"),
    of: key("哪几条", "of which"),
  }),
  "conditions.factCondition": of("问一个事实", "about a fact", { fact: key("哪个事实", "which fact"), ...TESTS }),
  "conditions.eventsCondition": of("问次数", "about a number of events", {
    fact: key("哪个 `events` 事实", "which `events` fact"),
    within: WITHIN,
    where: WHERE,
    count: key("几次", "how many"),
  }),
  "conditions.indicatorCondition": of("问一个指标的得分", "about the points of an indicator", {
    indicator: key("哪个指标；写部分的编号就是整张表", "which indicator; the id of a component stands for its sheet"),
    points: POINTS,
  }),
  "conditions.anyChildCondition": of("下级指标有一项", "about one of those below", {
    any_child_of: key("它的直接下级有一项满足就行", "one indicator directly below it, or more, has such points"),
    points: POINTS,
  }),
  "conditions.everyChildCondition": of("下级指标每一项", "about each of those below", {
    every_child_of: key("它的直接下级每一项都要满足", "each indicator directly below it has such points"),
    points: POINTS,
  }),
  "conditions.scoreCondition": of("问得分", "about the score", {
    score: key("最后得分在这个区间（只用于结论）", "the score lies in this interval (only in outcomes)"),
  }),
  "conditions.bandCondition": of("问等级", "about the band", {
    band: key(
      "得分属于这个等级，或其中一个；`{ at_least: B }` 是 B 及更好的等级（只用于结论）",
      "the score lies in this band, or in one of these; `{ at_least: B }`: in B or a better one (only in outcomes)",
    ),
  }),
  "conditions.bandFrom": of("某一等级以上", "a band or a better one", {
    at_least: key("这个等级，或排在它前面的", "this band, or one that stands before it"),
  }),
  "conditions.vetoedCondition": of("问一票否决", "about vetoes", {
    vetoed: key("有没有一票否决（只用于结论）", "whether some effect has vetoed (only in outcomes)"),
  }),
  "conditions.eligibilityCondition": of("问申报资格", "about eligibility", {
    eligibility: key("申报条件是否都满足（只用于结论）", "whether the conditions are met (only in outcomes)", {
      eligible: text("都满足", "all are met"),
      ineligible: text("有不满足的", "one is not met"),
    }),
  }),
  "entry-conditions.fieldCondition": of("问一条记录的一个字段", "about a field of an entry", {
    field: key(
      "哪个字段：自己声明的，或 `date`、`kind`、`year`、`month`",
      "which field: one that is declared, or `date`, `kind`, `year`, `month`",
    ),
    ...TESTS,
  }),
  "intervals.interval": of("区间", "interval", BOUNDS),
  "intervals.countInterval": of("整数的区间", "interval of whole numbers", {
    ...BOUNDS,
    is: may("正好等于；不与别的并用", "exactly this number; without the others", UNASKED),
  }),
  "within.last": of("近几年、几个月、几天", "the last years, months or days", {
    last: key("多长", "how long"),
    until: may(
      "到哪一天为止：从这一天往回数，这一天以后的不算",
      "the day it ends on: counted back from it, and what is later does not count",
      text("评价基准日", "the as-of date"),
    ),
    first_day: key("几年前的同一天算不算", "whether the same day so long ago still counts", {
      counts: text("算", "it counts"),
      out: text("不算", "it does not"),
    }),
  }),
  "within.period": of("多长，写其中一个", "how long, one of these", {
    years: may("几年", "years", text("写别的", "another is written")),
    months: may("几个月", "months", text("写别的", "another is written")),
    days: may("几天", "days", text("写别的", "another is written")),
  }),
  "within.dayOfYear": of("一年里的一天", "a day of the year", {
    year: key("哪一年", "which year", {
      previous: text("评价基准日的上一年", "the one before that of the as-of date"),
      current: text("评价基准日所在的年", "that of the as-of date"),
    }),
    month: key("几月", "the month, as a number"),
    day: key("几日；2 月 29 日在平年是 28 日", "the day; 29 February is the 28th in most years"),
  }),
  "within.ownTerm": of("记录自己的有效期", "the term of each entry", {
    own_term: key("每条记录有效到哪一天", "until when each entry counts"),
  }),
  "within.ownTermParts": of("有效期", "term", {
    until: key(
      "写着有效期截止日的字段（`date`）：当天仍然有效",
      "the `date` field with the last day on which an entry counts",
    ),
    otherwise: may(
      "没有填写这个字段的：另一段期间，或 `always`（一直有效）",
      "for an entry that does not state it: another period, or `always`",
      text(
        "每条记录都必须填写这个字段；可以不填的，必须写明",
        "every entry states the field; where it may not, required",
      ),
    ),
  }),
  "within.calendarYears": of("几个自然年度", "calendar years", {
    calendar_years: key("几个年度", "how many"),
    including_current: key("含不含评价基准日所在的年度", "whether the year of the as-of date is one of them"),
  }),
};
