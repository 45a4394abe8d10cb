/**
 * What stands behind `part(name)` and the single values of the validator: each with its name for people, and its JSON
 * Schema. A new part is one entry here; shapes are referred to by name, see `readShapes`.
 */
import { type Schema, branch } from "./shapes.js";
import { type Text, text } from "./text.js";

export interface Part extends Text {
  /** A schema, or mappings whose kind is told by a word or by the keys they have. */
  readonly is: Schema | ByWord | ByKey;
}

/** The word behind `by[0]` tells the shape; where several have that word, the word behind `by[1]`. */
export interface ByWord {
  readonly by: readonly string[];
  /** The files of its shapes; absent: every shape with such a word. */
  readonly files?: readonly string[];
}

/** The first line with a key that is there tells the shape. */
export interface ByKey {
  readonly keys: readonly (readonly [keys: readonly string[], shape: string])[];
  /** Everything below asks about the same: definitions of joins then exist a second time, under this name. */
  readonly family?: string;
}

const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const list = (name: string): Schema => ({ type: "array", items: ref(name), minItems: 1 });
const anyList = (name: string): Schema => ({ type: "array", items: ref(name) });
const map = (name: string): Schema => ({
  type: "object",
  propertyNames: ref("id"),
  additionalProperties: ref(name),
});
/** Names of the scheme are looked up, not checked. */
const anyMap = (name: string): Schema => ({ type: "object", additionalProperties: ref(name) });
const filled = (shape: string): Schema => ({ allOf: [ref(shape)], minProperties: 1 });
const orMapping = (scalar: string, mapping: string): Schema => branch({ type: "object" }, ref(mapping), ref(scalar));

/** A pattern for what is written in quotes, a type for what is not; one sentence for both. */
function scalar(type: readonly string[], pattern: string, said: string, more: Schema = {}): Schema {
  return { type, ...more, pattern, patternErrorMessage: said, errorMessage: said };
}

const NUMBER =
  "应为十进制数，例如 80 或 0.30；不要带 % 或单位 / a decimal number such as 80 or 0.30, without % or a unit";
const POSITIVE = "应为大于 0 的数，例如 2 或 0.5 / a number above 0, such as 2 or 0.5";
const SHARE = "应为 0 到 1 的数，例如 0.5 / a number from 0 to 1, such as 0.5";
const COUNT = "应为 0 或正整数，例如 3 / a whole number from 0, such as 3";
const FROM_ONE = "应为正整数，例如 3 / a whole number from 1, such as 3";
const DATE = "日期写成 2023-11-10 / a date is written 2023-11-10";
const DIGEST = "应为记录的摘要 sha256:… / a digest of a record, sha256:…";
const ID = "编号用字母、汉字、数字和 . - _，不超过 64 个字 / an id has letters, digits and . - _, at most 64";
const TEXT = "应为文字 / text";
const ID_PATTERN = "(?:(?![\\uFF01-\\uFFEE])[\\p{L}\\p{M}\\p{Nd}._-]){1,64}";

/** What a cell of a table says of a fact whose values have no order; that of a number is an interval. */
const CELL: Schema = {
  ...scalar(
    ["boolean", "string", "number", "array"],
    `^${ID_PATTERN}$`,
    "应为 true、false、选项、选项的列表或区间，例如 [A, B] 或 { below: 10 } / true, false, an option, a list of options or an interval, such as [A, B] or { below: 10 }",
  ),
  items: { $ref: "#/definitions/id" },
  minItems: 1,
};

/** Questions are joined in the same way whatever they ask about; what they ask about tells the families apart. */
const JOINS: ByKey["keys"] = [
  [["all"], "questions.all"],
  [["any"], "questions.any"],
  [["not"], "questions.not"],
  [["at_least_n"], "questions.atLeastN"],
];
const ABOUT_INDICATORS: ByKey["keys"] = [
  [["indicator"], "conditions.indicatorCondition"],
  [["any_child_of"], "conditions.anyChildCondition"],
  [["every_child_of"], "conditions.everyChildCondition"],
];
const ABOUT_FACTS: ByKey["keys"] = [
  [["count", "within", "where"], "conditions.eventsCondition"],
  [["fact"], "conditions.factCondition"],
];

/** Exact: a decimal, a fraction, or a word that says why there is none. */
function outcome(words: string): Schema {
  return scalar(["string", "number"], `^(?:-?\\d+(?:\\.\\d+)?|-?\\d+/\\d+|${words})$`, `${NUMBER} / ${words}`);
}

/** Rules inside a rule: their own keys are told by the validator. */
const INNER: Schema = {
  type: "array",
  minItems: 1,
  items: { type: "object", required: ["title", "rule"], properties: { title: ref("title"), when: ref("condition") } },
};

export const PARTS: Readonly<Record<string, Part>> = {
  text: { ...text("文字", "text"), is: scalar(["string", "number"], "\\S", TEXT) },
  id: { ...text("编号", "id"), is: scalar(["string", "number"], `^${ID_PATTERN}$`, ID) },
  decimal: {
    ...text("数", "number"),
    is: scalar(["number", "string"], "^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$", NUMBER),
  },
  positive: {
    ...text("大于 0 的数", "number above 0"),
    is: scalar(["number", "string"], "^(?=.*[1-9])(?:0|[1-9]\\d*)(?:\\.\\d+)?$", POSITIVE, { exclusiveMinimum: 0 }),
  },
  count: {
    ...text("0 或正整数", "whole number from 0"),
    is: scalar(["integer", "string"], "^\\d{1,6}$", COUNT, { minimum: 0, maximum: 999_999 }),
  },
  "positive-count": {
    ...text("正整数", "whole number from 1"),
    is: scalar(["integer", "string"], "^(?=.*[1-9])\\d{1,6}$", FROM_ONE, { minimum: 1, maximum: 999_999 }),
  },
  "display-places": {
    ...text("0 到 20 的整数", "whole number from 0 to 20"),
    is: scalar(["integer", "string"], "^(?:1?\\d|20)$", COUNT, { minimum: 0, maximum: 20 }),
  },
  date: { ...text("日期", "date"), is: scalar(["string"], "^\\d{4}-\\d{2}-\\d{2}$", DATE) },
  "indicator-name": {
    ...text("指标的编号，或 部分/编号", "id of an indicator, or component/id"),
    is: scalar(["string", "number"], `^${ID_PATTERN}(?:/${ID_PATTERN})?$`, ID),
  },
  digest: {
    ...text("`sha256:` 与 64 个十六进制字符", "`sha256:` and 64 hexadecimal digits"),
    is: scalar(["string"], "^sha256:[0-9a-f]{64}$", DIGEST),
  },
  "scheme-reference": {
    ...text("编号，或 编号@版本", "id, or id@version"),
    is: scalar(["string", "number"], `^${ID_PATTERN}(?:@${ID_PATTERN})?$`, ID),
  },

  title: { ...text("文字，或 zh 与 en", "text, or zh and en"), is: orMapping("text", "titles.title") },
  documents: { ...text("编号 → 文件", "id → document"), is: map("header.document") },
  effective: { ...text("从、到", "from, until"), is: ref("header.effective") },
  facts: { ...text("编号 → 事实", "id → fact"), is: map("fact-declaration") },
  "fact-declaration": { ...text("事实", "fact"), is: { by: ["type"], files: ["fact-declarations"] } },
  "fact-reference": {
    ...text("事实的编号，或就地声明的事实", "id of a fact, or a fact declared in place"),
    is: orMapping("id", "fact-declaration"),
  },
  fields: { ...text("名称 → 字段", "name → field"), is: map("field") },
  field: { ...text("字段", "field"), is: { by: ["type"], files: ["fields"] } },
  options: {
    ...text("编号的列表，或 编号 → 名称", "list of ids, or id → title"),
    is: {
      type: ["array", "object"],
      items: ref("id"),
      minItems: 1,
      minProperties: 1,
      propertyNames: ref("id"),
      additionalProperties: ref("title"),
    },
  },
  derivation: {
    ...text("算法", "way to work it out"),
    is: {
      keys: [
        [["full_years_since"], "derivations.yearsSince"],
        [["full_months_since"], "derivations.monthsSince"],
        [["sum"], "derivations.sum"],
        [["difference"], "derivations.difference"],
        [["mean"], "derivations.mean"],
        [["ratio"], "derivations.ratio"],
        [["count"], "derivations.count"],
      ],
    },
  },
  terms: {
    ...text("事实的列表", "list of facts"),
    is: { type: "array", items: orMapping("id", "derivations.term"), minItems: 1 },
  },
  ratio: { ...text("分子与分母", "numerator and denominator"), is: ref("derivations.ratioParts") },
  "event-count": { ...text("数什么", "what is counted"), is: ref("derivations.countParts") },

  "instance-lists": { ...text("编号 → 清单", "id → list"), is: map("instances.instanceList") },
  indicators: { ...text("指标的列表", "list of indicators"), is: list("indicator") },
  indicator: {
    ...text("指标", "indicator"),
    is: {
      keys: [
        [["indicators"], "nodes.group"],
        [["scoring"], "nodes.leaf"],
      ],
    },
  },
  scoring: { ...text("评分规则", "rule"), is: { by: ["rule", "mode"] } },
  tiers: { ...text("档的列表", "list of tiers"), is: list("brackets.tier") },
  "stepped-tiers": { ...text("档的列表", "list of tiers"), is: list("brackets.steppedTier") },
  "tier-steps": { ...text("怎样递增", "how they go"), is: ref("brackets.tierSteps") },
  "option-points": {
    ...text("选项 → 分", "option → points"),
    is: { ...map("decimal"), minProperties: 1 },
  },
  coefficient: { ...text("系数", "coefficient"), is: ref("coefficient.coefficient") },
  "coefficient-values": {
    ...text("选项 → 数", "option → number"),
    is: { ...map("decimal"), minProperties: 1 },
  },
  knots: { ...text("点的列表", "list of points on the line"), is: list("linear.knot") },
  "checklist-items": { ...text("项的列表", "list of items"), is: list("checklist.item") },
  "event-lines": { ...text("行的列表", "list of lines"), is: list("events.line") },
  "restore-lines": {
    ...text("行的列表", "list of lines"),
    is: list("restore-line"),
  },
  "restore-line": {
    ...text("恢复的一行", "line of what is restored"),
    is: {
      keys: [
        [["share"], "events.restoreShare"],
        [["points"], "events.restorePoints"],
      ],
    },
  },
  share: {
    ...text("0 到 1 的数", "number from 0 to 1"),
    is: scalar(["number", "string"], "^-?(?:0(?:\\.\\d+)?|1(?:\\.0+)?)$", SHARE, { minimum: 0, maximum: 1 }),
  },
  "inner-rules": { ...text("规则的列表，各有 `title`", "list of rules, each with a `title`"), is: INNER },
  "conditional-rules": {
    ...text("规则的列表，各有 `title`，可以有 `when`", "list of rules, each with a `title`, perhaps a `when`"),
    is: INNER,
  },
  cases: { ...text("用例的列表", "list of cases"), is: list("case") },
  case: { ...text("用例", "case"), is: ref("cases.case") },
  given: { ...text("填报内容", "what is given"), is: ref("cases-given.given") },
  expect: { ...text("结果", "what is expected"), is: ref("cases-expect.expect") },
  "expected-score": {
    ...text(
      "数，或 least 与 most，或 `open`、`nothing-scored`",
      "number, or least and most, or `open`, `nothing-scored`",
    ),
    is: branch({ type: "object" }, ref("cases-expect.expectedScore"), outcome("open|nothing-scored")),
  },
  "expected-indicators": {
    ...text("指标 → 数，或 `open`、`not-applicable`", "indicator → number, or `open`, `not-applicable`"),
    is: { type: "object", minProperties: 1, additionalProperties: outcome("open|not-applicable") },
  },
  "expected-conditions": {
    ...text(
      "条件 → `satisfied`、`failed`、`unknown` 或 `not-applicable`",
      "condition → `satisfied`, `failed`, `unknown` or `not-applicable`",
    ),
    is: {
      type: "object",
      minProperties: 1,
      additionalProperties: { enum: ["satisfied", "failed", "unknown", "not-applicable"] },
    },
  },
  rows: { ...text("行的列表", "list of rows"), is: list("table.row") },
  cells: { ...text("事实 → 取值", "fact → values"), is: { ...map("cell"), minProperties: 1 } },
  cell: {
    ...text("`true` 或 `false`、选项、区间", "`true` or `false`, options, interval"),
    is: branch({ type: "object" }, ref("interval"), CELL),
  },
  "score-scale": { ...text("从、到", "from, to"), is: ref("imported.scoreScale") },
  assessors: { ...text("至少几人", "how many at least"), is: ref("panel.assessors") },
  "class-weights": { ...text("身份 → 权重", "class → weight"), is: { ...map("positive"), minProperties: 1 } },
  "judged-range": { ...text("从、到", "from, to"), is: ref("judged.judgedRange") },
  within: {
    ...text("期间", "period"),
    is: {
      keys: [
        [["last"], "within.last"],
        [["calendar_years"], "within.calendarYears"],
        [["own_term"], "within.ownTerm"],
      ],
    },
  },
  "day-of-year": { ...text("哪一天", "which day"), is: ref("within.dayOfYear") },
  "own-term": { ...text("有效期", "term"), is: ref("within.ownTermParts") },
  "otherwise-term": {
    ...text("期间，或 `always`", "period, or `always`"),
    is: branch({ type: "object" }, ref("window"), { enum: ["always"] }),
  },
  window: {
    ...text("期间", "period"),
    is: {
      keys: [
        [["last"], "within.last"],
        [["calendar_years"], "within.calendarYears"],
      ],
    },
  },
  period: { ...text("多长", "how long"), is: { ...filled("within.period"), maxProperties: 1 } },
  interval: { ...text("区间", "interval"), is: filled("intervals.interval") },
  "count-interval": { ...text("整数的区间", "interval of whole numbers"), is: filled("intervals.countInterval") },

  condition: { ...text("条件", "condition"), is: { keys: [...JOINS, ...ABOUT_FACTS] } },
  conditions: { ...text("条件的列表", "list of conditions"), is: list("condition") },
  "at-least-n": { ...text("几条、哪几条", "how many, of which"), is: ref("questions.atLeastNParts") },
  "entry-condition": {
    ...text("对一条记录的条件", "condition on one entry"),
    is: { keys: [...JOINS, [["field"], "entry-conditions.fieldCondition"]], family: "entry-" },
  },
  "breakdown-condition": {
    ...text("条件，也可以问指标的得分", "condition, also on points of indicators"),
    is: { keys: [...JOINS, ...ABOUT_FACTS, ...ABOUT_INDICATORS], family: "breakdown-" },
  },
  effects: { ...text("连带规定的列表", "list of effects"), is: list("effects.effect") },
  "effect-action": {
    ...text("`zero`、`veto`、最高几分或几分", "`zero`, `veto`, so many points at most, or so many"),
    is: branch({ type: "object" }, ref("effect-points"), {
      enum: ["zero", "veto"],
      enumDescriptions: ["按 0 分计 / it counts 0", "一票否决，分不变 / a veto, which changes no points"],
      errorMessage:
        "应为 zero、veto、{ at_most: 5 } 或 { points: 5 } / one of zero, veto, { at_most: 5 }, { points: 5 }",
    }),
  },
  "effect-points": {
    ...text("最高几分或几分", "so many points at most, or so many"),
    is: {
      keys: [
        [["at_most"], "effects.atMost"],
        [["points"], "effects.points"],
      ],
    },
  },
  "scheme-effects": { ...text("连带规定的列表", "list of effects"), is: list("scheme-effects.schemeEffect") },
  "scheme-effect-action": {
    ...text("`zero`、`veto`、得分或等级", "`zero`, `veto`, a score or a band"),
    is: branch({ type: "object" }, ref("scheme-effect-change"), {
      enum: ["zero", "veto"],
      enumDescriptions: ["按 0 分计 / the score is 0", "一票否决，分不变 / a veto, which changes no points"],
      errorMessage:
        "应为 zero、veto、{ at_most: 60 }、{ points: 60 }、{ band: C }、{ band_at_most: B } 或 { bands_down: 1 } / one of zero, veto, { at_most: 60 }, { points: 60 }, { band: C }, { band_at_most: B }, { bands_down: 1 }",
    }),
  },
  "scheme-effect-change": {
    ...text("得分或等级", "a score or a band"),
    is: {
      keys: [
        [["at_most"], "effects.atMost"],
        [["points"], "effects.points"],
        [["band"], "scheme-effects.toBand"],
        [["band_at_most"], "scheme-effects.bandAtMost"],
        [["bands_down"], "scheme-effects.bandsDown"],
      ],
    },
  },
  "outcome-condition": {
    ...text(
      "条件，也可以问指标的得分、总分和申报资格",
      "condition, also on points of indicators, score and eligibility",
    ),
    is: {
      keys: [
        ...JOINS,
        ...ABOUT_FACTS,
        ...ABOUT_INDICATORS,
        [["score"], "conditions.scoreCondition"],
        [["band"], "conditions.bandCondition"],
        [["vetoed"], "conditions.vetoedCondition"],
        [["eligibility"], "conditions.eligibilityCondition"],
      ],
      family: "outcome-",
    },
  },

  rescale: { ...text("两把尺", "two scales"), is: ref("rescale.rescale") },
  scale: { ...text("从几分到几分", "from, to"), is: ref("rescale.scale") },
  blend: { ...text("部分的列表", "list of components"), is: list("component") },
  component: {
    ...text("方案的一部分", "component"),
    is: {
      keys: [
        [["sheet"], "blend.component"],
        [["one_of"], "blend.component"],
      ],
    },
  },
  display: { ...text("位数与取舍", "places and mode"), is: ref("rounding.display") },
  eligibility: { ...text("申报条件的列表", "list of conditions"), is: anyList("requirements.eligibility") },
  preferences: { ...text("优先条件的列表", "list of preferences"), is: anyList("requirements.preference") },
  bands: { ...text("等级的列表", "list of bands"), is: anyList("bands.band") },
  "asked-bands": {
    ...text("等级", "bands"),
    is: branch(
      { type: "object" },
      ref("conditions.bandFrom"),
      branch(
        { type: "array" },
        { type: "array", items: { type: "string" }, minItems: 1 },
        { type: "string", minLength: 1 },
      ),
    ),
  },
  materials: { ...text("材料的列表", "list of materials"), is: anyList("requirements.material") },
  measures: { ...text("措施的列表", "list of measures"), is: anyList("requirements.measure") },
  outcomes: { ...text("结论的列表", "list of outcomes"), is: list("outcome") },
  outcome: {
    ...text("结论", "outcome"),
    is: {
      keys: [
        [["when"], "outcomes.outcome"],
        [["otherwise"], "outcomes.outcome"],
      ],
    },
  },

  "sheet-choices": { ...text("部分 → 指标表", "component → sheet"), is: anyMap("id") },
  subject: { ...text("企业", "enterprise"), is: ref("facts-sections.subject") },
  "supplied-facts": { ...text("事实 → 填报值", "fact → value"), is: anyMap("supplied-fact") },
  "supplied-fact": {
    ...text("值，或带佐证的值", "value, or value with evidence"),
    is: branch(
      { type: "object" },
      branch({ required: ["missing"] }, ref("facts-supplied.missingWrapper"), ref("facts-supplied.valueWrapper")),
      ref("supplied-value"),
    ),
  },
  "supplied-value": {
    ...text("值", "value"),
    is: { type: ["string", "number", "boolean", "array", "null"] },
  },
  judgements: { ...text("指标 → 评议", "indicator → judgement"), is: anyMap("judgement-or-panel") },
  "judgement-or-panel": {
    ...text("评议，或评议的列表", "judgement, or list of judgements"),
    is: branch({ type: "array" }, anyList("facts-sections.judgement"), ref("facts-sections.judgement")),
  },
  "not-applicable": { ...text("指标 → 说明", "indicator → why"), is: anyMap("facts-sections.notApplicable") },
  instances: {
    ...text("清单 → 条目的列表", "list → its entries"),
    is: { type: "object", additionalProperties: anyList("facts-instances.instance") },
  },
  "materials-held": {
    ...text("材料 → 文件的列表", "material → list of papers"),
    is: { type: "object", additionalProperties: anyList("text") },
  },
};
