/** Words of declarations of facts: what is asked for, and what follows from it. */
import { NO, NONE, type ShapeWords, key, may, of, text } from "../text.js";

const TYPES = {
  boolean: text("是否，填 `true` 或 `false`", "yes or no, `true` or `false`"),
  integer: text("整数", "whole number"),
  decimal: text("数，可以有小数", "number, with decimals if need be"),
  date: text("日期", "date"),
  choice: text("选一个", "one option"),
  choices: text("可选几个，填列表", "several options, as a list"),
  text: text("文字", "text"),
  events: text("一条条的记录，每条有日期和类别", "a list of entries, each with a date and a kind"),
  "credit-code": text("统一社会信用代码", "unified social credit code"),
};

function type(...words: readonly (keyof typeof TYPES)[]) {
  return key("填什么", "what kind of answer it is", Object.fromEntries(words.map((word) => [word, TYPES[word]])));
}

const COMMON = {
  title: may(
    "名称",
    "title",
    text("编号；就地声明的，用指标的名称", "the id; declared in place, the title of the indicator"),
  ),
  unit: may("单位", "unit", NONE),
  evidence: may("要不要佐证", "whether evidence is asked for", text("不说", "nothing is said"), {
    required: text("必须有", "required"),
    optional: text("可有可无", "optional"),
  }),
  record: may(
    "值取自别处的评价时，要不要附原记录的摘要",
    "for a value that another assessment gave: whether the digest of its record is asked for",
    text("不说", "nothing is said"),
    { required: text("必须有", "required"), optional: text("可有可无", "optional") },
  ),
  owner: may("归哪个部门", "who is responsible for it", NONE),
  personal: may(
    "是不是个人信息；`chengxin redact` 把它从记录里隐去",
    "whether it is about a person; `chengxin redact` takes it out of records",
    text("`false`", "`false`"),
  ),
  mutable: may(
    "企业能不能改变它；`false` 的不会作为改进建议",
    "whether the enterprise can change it; `false` is never proposed as an improvement",
    text("`true`", "`true`"),
  ),
  each: may(
    "清单里每一个各有的，写 `instances` 里的编号",
    "what each entry of a list has for itself: an id of `instances`",
    text("企业本身的", "the enterprise's own"),
  ),
};
const RANGE = may("可以填的范围", "the numbers that can be given", text("不限", "any number"));
const OPTIONS = key("有哪些选项", "the options");

const FIELD = {
  title: may("名称", "title", text("字段的名称", "the name of the field")),
  unit: may("单位", "unit", NONE),
  optional: may("一条记录可以不填它", "an entry may leave it out", NO),
};

export const FACT_WORDS: Readonly<Record<string, ShapeWords>> = {
  "fact-declarations.plainFact": of("是否、日期、文字、代码", "yes or no, date, text, code", {
    type: type("boolean", "date", "text", "credit-code"),
    ...COMMON,
  }),
  "fact-declarations.numberFact": of("数", "number", {
    type: type("integer", "decimal"),
    ...COMMON,
    range: RANGE,
    derive: may(
      "由别的事实算出，不填报",
      "worked out from other facts, never supplied",
      text("填报", "it is supplied"),
    ),
  }),
  "fact-declarations.choiceFact": of("选项", "options", {
    type: type("choice", "choices"),
    ...COMMON,
    options: OPTIONS,
  }),
  "fact-declarations.eventsFact": of("记录", "events", {
    type: type("events"),
    ...COMMON,
    kinds: may("有哪些类别", "the kinds there are", text("类别随便写", "any kind")),
    fields: may("每条记录另外填什么", "what else an entry says", text("只填日期和类别", "date and kind only")),
  }),
  "fields.plainField": of("字段：是否、日期、文字", "field: yes or no, date, text", {
    type: type("boolean", "date", "text"),
    ...FIELD,
  }),
  "fields.numberField": of("字段：数", "field: number", { type: type("integer", "decimal"), ...FIELD, range: RANGE }),
  "fields.choiceField": of("字段：选一个", "field: one option", { type: type("choice"), ...FIELD, options: OPTIONS }),
  "derivations.yearsSince": of("满几年", "full years", {
    full_years_since: key("从这个日期到评价基准日满几年", "full years from this date to the as-of date"),
  }),
  "derivations.monthsSince": of("满几个月", "full months", {
    full_months_since: key("从这个日期到评价基准日满几个月", "full months from this date to the as-of date"),
  }),
  "derivations.sum": of("相加", "sum", { sum: key("把这些数加起来", "these numbers, added") }),
  "derivations.term": of("加数和倍数", "a number of times", {
    fact: key("哪个数", "which number"),
    times: key("乘多少", "times what"),
  }),
  "derivations.difference": of("相减", "difference", {
    difference: key("第一个减第二个", "the first less the second"),
  }),
  "derivations.mean": of("平均", "mean", { mean: key("这些数的平均", "the mean of these numbers") }),
  "derivations.ratio": of("相除", "ratio", { ratio: key("一个数除以另一个", "one number divided by another") }),
  "derivations.ratioParts": of("分子与分母", "numerator and denominator", {
    numerator: key("分子", "numerator"),
    denominator: key("分母", "denominator"),
    percent: may("乘以 100，成为百分数", "times 100, as percent", NO),
    if_zero: may(
      "分母为 0 时是多少：一个数，或 `missing`",
      "what it is when the denominator is 0: a number, or `missing`",
      text("分母可能为 0 时必须写", "required when the denominator can be 0"),
      {
        missing: text("当作没有", "it counts as missing"),
      },
    ),
  }),
  "derivations.count": of("计数", "count", { count: key("数记录", "how many entries there are") }),
  "derivations.countParts": of("数哪些记录", "which entries are counted", {
    fact: key("哪个 `events` 事实", "which `events` fact"),
    within: may("只数这段时间内的", "only what lies in this period", text("不限时间", "whenever")),
    where: may("只数满足这个条件的", "only what meets this condition", text("全数", "all of them")),
  }),
};
