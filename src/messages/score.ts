/** Words for what is found in a fact sheet while it is scored. */
import type { ScoreCode } from "../model/codes.js";
import type { CatalogueEntry } from "./diagnose.js";

export const scoreMessages: Readonly<Record<ScoreCode, CatalogueEntry>> = {
  "scheme-differs": {
    severity: "error",
    zh: "填报表写的是方案 `{got}`，现在用的是 `{expected}`",
    en: "the fact sheet is for the scheme `{got}`, but it is scored with `{expected}`",
    hint: {
      zh: "把 `scheme:` 改成 `{expected}`，或用方案 `{got}` 计分",
      en: "write `scheme: {expected}`, or score with the scheme `{got}`",
    },
  },
  "component-unknown": {
    severity: "error",
    zh: "这个方案没有叫 `{component}` 的组成部分",
    en: "the scheme has no component `{component}`",
    hint: { zh: "`sheets:` 下可以写的是：`{known}`", en: "under `sheets:` there can be: `{known}`" },
  },
  "component-not-named": {
    severity: "info",
    zh: "还没有选定 `{component}` 用哪张指标表，这部分得分未定",
    en: "no sheet is named for `{component}` yet, so this part of the score is open",
    hint: { zh: "在 `sheets:` 下写 `{component}: 指标表编号`", en: "write `{component}: sheet-id` under `sheets:`" },
  },
  "component-sheet-unknown": {
    severity: "error",
    zh: "`{component}` 不能用指标表 `{sheet}`",
    en: "`{component}` cannot use the sheet `{sheet}`",
    hint: { zh: "可以用的指标表：`{known}`", en: "sheets that it can use: `{known}`" },
    hintWithoutList: {
      zh: "还没有可用的指标表；请载入一张，或先不写 `{component}`",
      en: "there is no sheet for it yet; load one, or leave `{component}` out for now",
    },
  },
  "out-of-force": {
    severity: "warning",
    zh: "`{rubric}` 在 {as_of} 不在有效期内（{effective}）",
    en: "`{rubric}` is not in force on {as_of} ({effective})",
    hint: {
      zh: "核对 `as_of:`；日期没错的，改用那一天有效的版本",
      en: "check `as_of:`; if the day is right, score with the version that was in force then",
    },
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
    zh: "这次评价用到的标准里没有事实 `{fact}`",
    en: "no rubric of this assessment declares the fact `{fact}`",
    hint: {
      zh: "您是不是要写 `{nearest}`？不是的话，删去这一项",
      en: "did you mean `{nearest}`? if not, delete the entry",
    },
    hintWithoutList: {
      zh: "删去这一项；它若是另一张指标表的，请核对 `sheets:` 里选的是哪一张",
      en: "delete the entry, or check `sheets:`: another sheet may be the one that declares it",
    },
  },
  "fact-derived": {
    severity: "error",
    zh: "`{fact}` 由其他事实推算得出，不用填写",
    en: "`{fact}` is derived from other facts and is not filled in",
    hint: { zh: "删去 `{fact}`，填报它所依据的事实", en: "delete `{fact}` and fill in the facts that it derives from" },
  },
  "fact-wrong-type": {
    severity: "error",
    zh: "这里应填 `{expected}`，写的却是 `{got}`",
    en: "`{got}` stands where `{expected}` is wanted",
    hint: {
      zh: "是否写 `true` 或 `false`；可以有几项的写成 `[甲, 乙]`，没有就写 `[]`；文字直接写",
      en: "yes or no is `true` or `false`; what can be several is `[a, b]`, or `[]` for none; text is written as it is",
    },
  },
  "fact-not-a-number": {
    severity: "error",
    zh: "`{got}` 不是数字",
    en: "`{got}` is not a number",
    hint: {
      zh: "只写数，不带单位、百分号和分隔符，如 `96.5`",
      en: "write the number alone, without unit, percent sign or separators, such as `96.5`",
    },
  },
  "fact-not-whole": {
    severity: "error",
    zh: "`{got}` 不是整数",
    en: "`{got}` is not a whole number",
    hint: { zh: "请写整数，如 `3`", en: "write a whole number, such as `3`" },
  },
  "fact-out-of-range": {
    severity: "error",
    zh: "`{got}` 超出允许的范围 {range}",
    en: "`{got}` lies outside the declared range {range}",
    hint: {
      zh: "核对数值和单位，例如该写 `0.95` 还是 `95`，是元还是万元",
      en: "check the number and its unit, for example whether it is `0.95` or `95`",
    },
  },
  "fact-not-a-date": {
    severity: "error",
    zh: "`{got}` 不是日期，或者没有这一天",
    en: "`{got}` is no date, or there is no such day",
    hint: { zh: "请写成 `2023-11-10` 的样子", en: "write it like `2023-11-10`" },
  },
  "fact-not-an-option": {
    severity: "error",
    zh: "`{got}` 不在选项之列",
    en: "`{got}` is not one of the options",
    hint: { zh: "可以填：`{options}`", en: "the options are: `{options}`" },
    hintWithoutList: { zh: "请照指标表里声明的写法填写", en: "write it as the sheet declares it" },
  },
  "fact-credit-code": {
    severity: "error",
    zh: "`{got}` 不是有效的统一社会信用代码",
    en: "`{got}` is not a valid unified social credit code",
    hint: {
      zh: "对照营业执照重新输入：共 18 位，没有字母 I、O、S、V、Z，末位是校验码",
      en: "type it again from the licence: 18 characters, never I, O, S, V or Z, the last one a check character",
    },
  },
  "evidence-missing": {
    severity: "info",
    zh: "`{fact}` 需要佐证材料，还没有列出",
    en: "`{fact}` asks for evidence, and none is listed",
    hint: {
      zh: "写成 `{fact}: { value: …, evidence: [材料名称] }`",
      en: "write `{fact}: { value: …, evidence: [name of the paper] }`",
    },
  },
  "record-missing": {
    severity: "warning",
    zh: "`{fact}` 须附原记录的摘要，还没有写",
    en: "`{fact}` asks for the digest of the record it was taken from, and none is written",
    hint: {
      zh: "写成 `{fact}: { value: …, record: sha256:… }`，摘要照抄原记录的 `digests.record`",
      en: "write `{fact}: { value: …, record: sha256:… }`, with `digests.record` of that record",
    },
  },
  "event-not-an-entry": {
    severity: "error",
    zh: "`{got}` 不是一条完整的记录",
    en: "`{got}` is no entry of a list of events",
    hint: {
      zh: "每条写成 `- { date: 2023-05-12, kind: 类别 }`",
      en: "write each one as `- { date: 2023-05-12, kind: name }`",
    },
  },
  "event-unknown-field": {
    severity: "error",
    zh: "这个事实的记录没有 `{field}` 这一项",
    en: "entries of this fact have no field `{field}`",
    hint: { zh: "您是不是要写 `{nearest}`？不是的话，删去这一项", en: "did you mean `{nearest}`? if not, delete it" },
    hintWithoutList: {
      zh: "删去这一项；可以写 `date`、`kind` 和声明在 `fields:` 下的项",
      en: "delete it; an entry has `date`, `kind` and what is declared under `fields:`",
    },
  },
  "event-field-missing": {
    severity: "error",
    zh: "这条记录缺少 `{field}`",
    en: "this entry lacks `{field}`",
    hint: { zh: "在这条记录里补上 `{field}: …`", en: "add `{field}: …` to the entry" },
  },
  "event-in-future": {
    severity: "warning",
    zh: "记录的日期 {date} 晚于评价日 {as_of}，不计入",
    en: "the entry of {date} lies after the as-of date {as_of} and is not counted",
    hint: {
      zh: "核对这条记录的 `date:` 和填报表的 `as_of:`",
      en: "check the `date:` of the entry and the `as_of:` of the fact sheet",
    },
  },
  "date-after-as-of": {
    severity: "error",
    zh: "日期 {got} 晚于评价日 {as_of}，无法从它起算年月",
    en: "{got} lies after the as-of date {as_of}, so no period can be counted from it",
    hint: { zh: "核对这个日期和填报表的 `as_of:`", en: "check this date and the `as_of:` of the fact sheet" },
  },
  "derived-out-of-range": {
    severity: "error",
    zh: "推算出的 `{fact}` 为 {got}，超出声明的范围",
    en: "`{fact}` comes out as {got}, outside its declared range",
    hint: {
      zh: "核对用来推算 `{fact}` 的各个事实，看有没有填错或填反",
      en: "check the facts that `{fact}` derives from: one may be wrong, or two exchanged",
    },
  },
  "derived-too-long": {
    severity: "error",
    zh: "推算 `{fact}` 得到的分数太长（超过 {limit} 个二进制位），无法继续精确计算",
    en: "`{fact}` comes out as a fraction of more than {limit} bits, too long to go on exactly",
    hint: { zh: "填报的数少写几位，或少推算几层", en: "supply numbers of fewer digits, or derive in fewer steps" },
  },
  "judgement-unknown": {
    severity: "error",
    zh: "没有由人评分的指标 `{indicator}`，或者几张表里都有它",
    en: "no indicator `{indicator}` is judged, or several sheets have one",
    hint: { zh: "您是不是要写 `{nearest}`？", en: "did you mean `{nearest}`?" },
    hintWithoutList: {
      zh: "写由人评分（`rule: judged` 或 `rule: panel`）的指标的编号，不写名称",
      en: "write the id of an indicator with `rule: judged` or `rule: panel`, not its title",
    },
  },
  "judgement-out-of-range": {
    severity: "error",
    zh: "评分 {got} 不在 {low} 到 {high} 之间",
    en: "the judgement {got} does not lie between {low} and {high}",
    hint: { zh: "请写 `{low}` 到 `{high}` 之间的数", en: "write a number from `{low}` to `{high}`" },
  },
  "judgement-off-step": {
    severity: "error",
    zh: "评分 {got} 不在档位上：从 {low} 起，每档 {step}",
    en: "the judgement {got} is not on the scale, which goes from {low} in steps of {step}",
    hint: {
      zh: "请写 `{low}` 加若干个 `{step}` 得到的数",
      en: "write `{low}` plus `{step}` taken a whole number of times",
    },
  },
  "judgement-twice": {
    severity: "error",
    zh: "指标 `{indicator}` 被评了两次，两次都不计",
    en: "`{indicator}` is judged twice, so neither judgement counts",
    hint: { zh: "只保留一条，删去另一条", en: "keep one of them and delete the other" },
  },
  "judgement-not-a-list": {
    severity: "error",
    zh: "这个指标由几个人评分，这里只有一条",
    en: "several assessors judge this indicator, and here stands a single judgement",
    hint: {
      zh: "每人一条，写成列表：`- { points: …, by: …, reason: … }`",
      en: "write a list, one entry for each: `- { points: …, by: …, reason: … }`",
    },
  },
  "judgement-not-single": {
    severity: "error",
    zh: "这个指标由一个人评分，这里是列表",
    en: "one assessor judges this indicator, and here stands a list",
    hint: {
      zh: "只写一条，前面不带 `-`：`{ points: …, by: …, reason: … }`",
      en: "write one judgement without `-`: `{ points: …, by: …, reason: … }`",
    },
  },
  "judgement-class-unknown": {
    severity: "error",
    zh: "评审人的身份 `{got}` 没有权重",
    en: "assessors of the class `{got}` have no weight",
    hint: { zh: "`as` 可以写：`{classes}`", en: "`as` can be: `{classes}`" },
  },
  "assessor-twice": {
    severity: "error",
    zh: "`{by}` 评了两次",
    en: "`{by}` judges twice",
    hint: {
      zh: "每人只留一条；同名的两个人，请在名字后面加以区分",
      en: "keep one judgement of each; where two have the same name, tell them apart",
    },
  },
  "panel-too-few": {
    severity: "warning",
    zh: "评分还不够：要有 {needed} 个，现在有 {got} 个",
    en: "there are too few judgements: {got}, and {needed} are needed",
    hint: { zh: "请补上其余评审人的评分", en: "add what the other assessors award" },
  },
  "panel-class-empty": {
    severity: "warning",
    zh: "还没有这类评审人的评分：`{classes}`",
    en: "nobody of the class `{classes}` has judged yet",
    hint: { zh: "请补上他们的评分，`as` 写这个身份", en: "add what they award, with the class behind `as`" },
  },
  "not-applicable-unknown": {
    severity: "error",
    zh: "没有指标 `{indicator}`，或者几张表里都有它",
    en: "there is no indicator `{indicator}`, or several sheets have one",
    hint: { zh: "您是不是要写 `{nearest}`？", en: "did you mean `{nearest}`?" },
    hintWithoutList: {
      zh: "写指标的编号，例如 `A1` 或 `base/A1`，不写名称",
      en: "write the id of the indicator, such as `A1` or `base/A1`, not its title",
    },
  },
  "not-applicable-refused": {
    severity: "error",
    zh: "指标 `{indicator}` 不允许声明为不适用",
    en: "the rubric does not let `{indicator}` be declared not applicable",
    hint: {
      zh: "删去这一条，填报它用到的事实；确实可以不适用的，在指标里加上 `may_be_not_applicable: true`",
      en: "delete the entry and fill in the facts; where the rubric should allow it, add `may_be_not_applicable: true` to the indicator",
    },
  },
  "not-applicable-despite-facts": {
    severity: "warning",
    zh: "`{indicator}` 声明为不适用，但它用到的事实已经填报；按不适用处理",
    en: "`{indicator}` is declared not applicable although its facts are given; it counts as not applicable",
    hint: {
      zh: "两者只留一个：删去这一条，或删去填报的事实",
      en: "keep one of the two: delete this entry, or delete the facts",
    },
  },
  "instances-unknown": {
    severity: "error",
    zh: "没有清单 `{list}`",
    en: "there is no list `{list}`",
    hint: {
      zh: "改成指标表里声明过的：`{known}`",
      en: "name one that a sheet declares: `{known}`",
    },
    hintWithoutList: {
      zh: "删去这一条；这里用到的指标表没有逐个计分的",
      en: "delete it; nothing here is scored instance by instance",
    },
  },
  "belongs-to-instances": {
    severity: "error",
    zh: "`{name}` 是 `{list}` 里每一个各有的，不能写在这里",
    en: "`{name}` belongs to each of `{list}`, and cannot be said of them all",
    hint: {
      zh: "移到 `instances:` 下面 `{list}` 的各个条目里",
      en: "move it into the entries of `{list}` below `instances:`",
    },
  },
  "not-of-instances": {
    severity: "error",
    zh: "`{name}` 是企业本身的，不能写在 `{list}` 的一个条目里",
    en: "`{name}` is the enterprise's own, and cannot be said of one of `{list}`",
    hint: {
      zh: "移到填报表开头一级的 `{section}:` 下面",
      en: "move it to `{section}:` at the top of the fact sheet",
    },
  },
  "material-unknown": {
    severity: "error",
    zh: "方案的材料清单里没有 `{material}`",
    en: "the scheme asks for no material `{material}`",
    hint: { zh: "清单里有：`{known}`", en: "its materials are: `{known}`" },
    hintWithoutList: {
      zh: "方案没有要求任何材料，请删去这一项",
      en: "the scheme asks for no materials at all: delete the entry",
    },
  },
};
