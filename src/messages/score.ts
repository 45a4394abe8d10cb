/** Words for what is found in a fact sheet while it is scored. */
import type { ScoreCode } from "../model/codes.js";
import type { CatalogueEntry } from "./diagnose.js";

export const scoreMessages: Readonly<Record<ScoreCode, CatalogueEntry>> = {
  "scheme-differs": {
    severity: "error",
    zh: "填报表写的是方案 `{got}`，现在用的是 `{expected}`",
    en: "the fact sheet is for the scheme `{got}`, but it is scored with `{expected}`",
  },
  "component-unknown": {
    severity: "error",
    zh: "`sheets` 里的 `{component}` 不是这个方案的组成部分",
    en: "`{component}` under `sheets` is no component of this scheme",
    hint: { zh: "可以写的是：`{known}`", en: "the components are: `{known}`" },
  },
  "component-not-named": {
    severity: "info",
    zh: "还没有选定 `{component}` 用哪张指标表，这部分得分未定",
    en: "no sheet is named for `{component}` yet, so this part of the score is open",
    hint: { zh: "在 `sheets:` 下写 `{component}: 指标表编号`", en: "write `{component}: sheet-id` under `sheets:`" },
  },
  "component-sheet-unknown": {
    severity: "error",
    zh: "`{component}` 选的指标表 `{sheet}` 不可用",
    en: "the sheet `{sheet}` named for `{component}` is not available",
    hint: { zh: "可选的有：`{known}`", en: "it can be one of: `{known}`" },
  },
  "out-of-force": {
    severity: "warning",
    zh: "`{rubric}` 在 {as_of} 不在有效期内（{effective}）",
    en: "`{rubric}` is not in force on {as_of} ({effective})",
  },
  "role-unknown": {
    severity: "error",
    zh: "这个方案没有角色 `{got}`",
    en: "the scheme has no role `{got}`",
    hint: {
      zh: "方案的角色是：`{known}`；也可以在填报表里不写 `role:`",
      en: "the roles of the scheme are `{known}`; or leave `role:` out of the fact sheet",
    },
  },
  "role-undeclared": {
    severity: "error",
    zh: "填报表写了角色 `{got}`，而这个方案没有声明任何角色",
    en: "the fact sheet names the role `{got}`, but the scheme declares no roles",
    hint: {
      zh: "在方案的 `roles:` 下声明，或在填报表里不写 `role:`",
      en: "declare it under `roles:` of the scheme, or leave `role:` out of the fact sheet",
    },
  },
  "fact-undeclared": {
    severity: "error",
    zh: "没有任何指标或条件声明过事实 `{fact}`",
    en: "no rubric of this assessment declares the fact `{fact}`",
    hint: { zh: "最接近的是：`{nearest}`", en: "the nearest are: `{nearest}`" },
  },
  "fact-derived": {
    severity: "error",
    zh: "`{fact}` 由其他事实推算得出，不能直接填写",
    en: "`{fact}` is derived from other facts and cannot be supplied",
  },
  "fact-wrong-type": {
    severity: "error",
    zh: "这里应填 `{expected}`，写的是 `{got}`",
    en: "`{got}` is not what this fact takes, which is `{expected}`",
  },
  "fact-not-a-number": {
    severity: "error",
    zh: "`{got}` 不是数字",
    en: "`{got}` is not a number",
    hint: { zh: "请写十进制数，如 `80` 或 `0.30`", en: "write a decimal number such as `80` or `0.30`" },
  },
  "fact-not-whole": {
    severity: "error",
    zh: "`{got}` 不是整数",
    en: "`{got}` is not a whole number",
  },
  "fact-out-of-range": {
    severity: "error",
    zh: "`{got}` 超出允许的范围 {range}",
    en: "`{got}` lies outside the declared range {range}",
  },
  "fact-not-a-date": {
    severity: "error",
    zh: "`{got}` 不是存在的日期",
    en: "`{got}` is not a date that exists",
    hint: { zh: "请写成 `2023-11-10` 的样子", en: "write it like `2023-11-10`" },
  },
  "fact-not-an-option": {
    severity: "error",
    zh: "`{got}` 不在选项之列",
    en: "`{got}` is not one of the options",
    hint: { zh: "可以填：`{options}`", en: "the options are: `{options}`" },
  },
  "fact-credit-code": {
    severity: "error",
    zh: "`{got}` 不是有效的统一社会信用代码",
    en: "`{got}` is not a valid unified social credit code",
    hint: {
      zh: "应为 18 位，不含 I、O、S、V、Z，末位是校验码",
      en: "18 characters without I, O, S, V and Z, the last one a check character",
    },
  },
  "evidence-missing": {
    severity: "info",
    zh: "`{fact}` 需要佐证材料，还没有列出",
    en: "`{fact}` asks for evidence, and none is listed",
  },
  "event-not-an-entry": {
    severity: "error",
    zh: "`{got}` 不是一条事件记录",
    en: "`{got}` is not an event",
    hint: { zh: "每条写成 `date:`、`kind:` 等键", en: "write each one with the keys `date:`, `kind:` and so on" },
  },
  "event-unknown-field": {
    severity: "error",
    zh: "事件没有 `{field}` 这一项",
    en: "events of this fact have no field `{field}`",
    hint: { zh: "最接近的是：`{nearest}`", en: "the nearest are: `{nearest}`" },
  },
  "event-field-missing": {
    severity: "error",
    zh: "这条事件缺少 `{field}`",
    en: "this event lacks `{field}`",
  },
  "event-in-future": {
    severity: "warning",
    zh: "事件日期 {date} 晚于评价日 {as_of}，不计入",
    en: "the event of {date} lies after the as-of date {as_of} and is not counted",
  },
  "date-after-as-of": {
    severity: "error",
    zh: "日期 {got} 晚于评价日 {as_of}，无法从它起算年月",
    en: "{got} lies after the as-of date {as_of}, so no period can be counted from it",
  },
  "derived-out-of-range": {
    severity: "error",
    zh: "推算出的 `{fact}` 为 {got}，超出声明的范围",
    en: "`{fact}` comes out as {got}, outside its declared range",
  },
  "derived-too-long": {
    severity: "error",
    zh: "推算出的 `{fact}` 作为分数超过 {limit} 位二进制，无法继续精确计算",
    en: "`{fact}` comes out as a fraction of more than {limit} bits, too long to go on exactly",
  },
  "judgement-unknown": {
    severity: "error",
    zh: "`{indicator}` 不是由人评分的指标",
    en: "`{indicator}` is no indicator that is judged",
    hint: { zh: "最接近的是：`{nearest}`", en: "the nearest are: `{nearest}`" },
  },
  "judgement-out-of-range": {
    severity: "error",
    zh: "评分 {got} 不在 {low} 到 {high} 之间",
    en: "the judgement {got} does not lie between {low} and {high}",
  },
  "judgement-off-step": {
    severity: "error",
    zh: "评分 {got} 不是从 {low} 起按 {step} 递增的数",
    en: "the judgement {got} is no step of {step} from {low}",
  },
  "judgement-twice": {
    severity: "error",
    zh: "指标 `{indicator}` 被评了两次，两次都不计",
    en: "`{indicator}` is judged twice, so neither judgement counts",
    hint: { zh: "只保留一条", en: "keep one of them" },
  },
  "not-applicable-unknown": {
    severity: "error",
    zh: "找不到要声明为不适用的指标 `{indicator}`",
    en: "there is no indicator `{indicator}` to declare not applicable",
    hint: { zh: "最接近的是：`{nearest}`", en: "the nearest are: `{nearest}`" },
  },
  "not-applicable-refused": {
    severity: "error",
    zh: "指标 `{indicator}` 不允许声明为不适用",
    en: "the rubric does not let `{indicator}` be declared not applicable",
  },
  "not-applicable-despite-facts": {
    severity: "warning",
    zh: "`{indicator}` 声明为不适用，但它用到的事实已经填报；按不适用处理",
    en: "`{indicator}` is declared not applicable although its facts are given; it counts as not applicable",
  },
  "material-unknown": {
    severity: "error",
    zh: "方案的材料清单里没有 `{material}`",
    en: "the scheme asks for no material `{material}`",
    hint: { zh: "清单是：`{known}`", en: "its materials are: `{known}`" },
  },
};
