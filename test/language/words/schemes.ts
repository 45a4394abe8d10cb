/** Words of schemes. */
import { NO, NONE, type ShapeWords, key, may, of, text } from "../text.js";
import { BOUNDS } from "./questions.js";
import { CLAUSE, HEADER, SOURCE, WAYS } from "./sheets.js";

const NAMED = { title: key("名称", "title"), clause: CLAUSE, source: SOURCE };

export const SCHEME_WORDS: Readonly<Record<string, ShapeWords>> = {
  "scheme.scheme": of("评价方案", "scheme of evaluation", {
    kind: key("这是什么文件", "what this document is", { scheme: text("评价方案", "a scheme of evaluation") }),
    ...HEADER,
    points: key("满分", "the points of the whole scheme"),
    blend: may(
      "由哪几张表合成，各占多少",
      "which sheets make the score, and how much each weighs",
      text("写 `indicators`", "`indicators` is written"),
    ),
    indicators: may(
      "只有一张表的，指标直接写在这里，不写 `blend`",
      "the indicators, where there is one sheet only and no `blend`",
      text("写 `blend`", "`blend` is written"),
    ),
    shape: may(
      "各级指标各有多少个；只和 `indicators` 一起写",
      "how many indicators each level has; beside `indicators` only",
      text("不核对", "not checked"),
    ),
    coefficient: may(
      "指标合计乘以什么，在下限和上限之前；只和 `indicators` 一起写",
      "what the sum of the indicators is multiplied by, before floor and cap; beside `indicators` only",
      NONE,
    ),
    combine: may(
      "指标怎样合成；只和 `indicators` 一起写",
      "what is made of the indicators; beside `indicators` only",
      text("`sum`", "`sum`"),
      WAYS,
    ),
    instances: may(
      "填报表逐个列出的清单；只在直接写指标时用",
      "the lists that a fact sheet names one by one; only where the indicators stand here",
      NONE,
    ),
    renormalise: may(
      "有部分不适用时，权重是否除以适用部分的权重之和；和 `indicators` 一起写的，同指标表",
      "whether the weights of what applies are divided by their sum; beside `indicators` as in a sheet",
      text("有部分或指标可能去掉时必须写明", "required when something may be left out"),
      {
        true: text("折算：得分 × 满分 ÷ 适用的", "scaled: points × full points ÷ what applies"),
        none: text("不折算", "not scaled"),
      },
    ),
    rescale: may(
      "合成以后换算成另一种满分，按比例，不截断",
      "the blended sum carried to another scale, in proportion, with nothing cut off",
      text("不换算", "it stays on its scale"),
    ),
    floor: may(
      "总分的下限，在换算之后；和 `indicators` 一起写的，是各项之和的下限",
      "the least the score can be, behind `rescale`; beside `indicators` the least that they come to",
      NONE,
      { none: text("不设下限", "no limit") },
    ),
    cap: may(
      "总分的上限，在换算之后；和 `indicators` 一起写的，是各项之和的上限",
      "the most the score can be, behind `rescale`; beside `indicators` the most that they come to",
      NONE,
      { points: text("最高不超过满分", "no more than the points"), none: text("不设上限", "no limit") },
    ),
    round: may(
      "总分算到几位小数、怎样取舍；门槛看取舍以后的分",
      "what the score is rounded to; the threshold sees the rounded score",
      NONE,
    ),
    display: may(
      "得分显示几位小数、怎样取舍；只管显示，不影响结论",
      "how the score is printed; it never changes a decision",
      text("两位，四舍五入", "2 places, half up"),
    ),
    roles: may("填报表可以用的角色，例如自评、审核", "the roles a fact sheet may name, such as self or audited", NONE),
    later_may_raise: may("后一个角色给的分可以高于前一个", "a later role may give more than an earlier one", NO),
    eligibility: may("申报条件", "conditions of eligibility", NONE),
    preferences: may("优先条件，不影响得分", "what is preferred; the score does not change", NONE),
    materials: may("要交的材料", "the papers to hand in", NONE),
    bands: may(
      "等级，从最好的写起；每个得分正好属于一个",
      "bands, the best first; every score lies in exactly one",
      NONE,
    ),
    effects: may(
      "连带规定，按写的先后：改得分的在换算之后，下限、上限和取舍之前；改等级的在得分算定之后",
      "effects in the order written: on the score behind `rescale`, before floor, cap and rounding; on the band once the score is settled",
      NONE,
    ),
    goal: key("企业想要的结论，写 `outcomes` 里的编号", "the outcome an enterprise wants, an id of `outcomes`"),
    outcomes: key(
      "结论，从上往下，取第一个成立的；最后一个写 `otherwise: true`",
      "the outcomes in order, the first that holds; the last says `otherwise: true`",
    ),
  }),
  "rescale.rescale": of("换算", "another scale", {
    from: key("合成的分，从几分到几分", "two points of the blended sum"),
    to: key("各自对应几分", "what they become"),
  }),
  "rescale.scale": of("从几分到几分", "from, to", {
    at_least: key("低的一端", "the lower"),
    at_most: key("高的一端", "the upper"),
  }),
  "blend.component": of("方案的一部分", "component of a scheme", {
    id: key("这一部分的编号", "id of the component"),
    sheet: may("用哪张表", "the sheet", text("写 `one_of`", "`one_of` is written")),
    one_of: may(
      "用这些类别中的一张表，由填报表选定",
      "a sheet of one of these categories; the fact sheet says which",
      text("写 `sheet`", "`sheet` is written"),
    ),
    weight: may(
      "权重，各部分之和为 1",
      "its weight; together they are 1",
      text("写 `counts_as`", "`counts_as` is written"),
    ),
    counts_as: may(
      "不占权重，表里的 1 分就是换算以前的 1 分",
      "outside the weights: a point of the sheet is a point of the score, before `rescale`",
      text("写 `weight`", "`weight` is written"),
      {
        bonus: text("加分：表的得分加到总分上", "added to the score"),
        deduction: text("扣分：表的得分从总分里减去", "what the sheet comes to is taken away"),
      },
    ),
    outside: may(
      "得分超出 0 到满分时怎么办",
      "what happens to a value outside 0 and its points",
      text("表的得分可能超出时必须写", "required when the sheet can leave them"),
      {
        keep: text("照算", "it stays"),
        clamp: text("截到 0 到满分之内", "it is cut to them"),
      },
    ),
    applies_when: may(
      "满足这个条件才有这一部分",
      "the component is there only where this holds",
      text("总是有", "always"),
    ),
    may_be_not_applicable: may(
      "填报表可以写明这一部分不适用，写它的编号",
      "the fact sheet may say, under its id, that it does not apply",
      NO,
    ),
    if_not_applicable: may(
      "不适用时怎么办；整张表都不适用时也一样",
      "what becomes of it where it does not apply, or nothing of its sheet does",
      text("`drop`", "`drop`"),
      {
        drop: text("去掉，权重按 `renormalise` 处理", "left out; `renormalise` says what becomes of the weights"),
        full: text("按满分计", "full marks"),
        zero: text("计 0 分", "nothing"),
      },
    ),
  }),
  "rounding.display": of("位数与取舍", "decimal places, and how to round to them", {
    places: key("几位小数", "decimal places"),
    mode: key("怎样取舍", "how it is rounded", {
      "half-up": text("四舍五入", "half up"),
      "half-even": text("四舍六入五成双", "half to even"),
      up: text("远离 0", "away from 0"),
      down: text("舍去，向 0", "towards 0"),
      ceiling: text("向上", "upwards"),
      floor: text("向下", "downwards"),
    }),
  }),
  "requirements.eligibility": of("申报条件", "condition of eligibility", {
    id: key("编号", "id"),
    ...NAMED,
    require: key("要满足什么", "what must hold"),
    applies_when: may(
      "满足这个条件的企业才有这一条",
      "it is asked only where this holds",
      text("都有", "it is always asked"),
    ),
  }),
  "requirements.preference": of("优先条件", "preference", {
    id: key("编号", "id"),
    ...NAMED,
    when: key("满足什么算优先", "what must hold"),
  }),
  "requirements.material": of("材料", "paper to hand in", {
    id: key("编号", "id"),
    ...NAMED,
    required: key("是不是必须交", "whether it must be there"),
  }),
  "requirements.measure": of("措施", "measure", {
    id: key("编号", "id"),
    ...NAMED,
  }),
  "scheme-effects.schemeEffect": of("方案的连带规定", "effect of a scheme", {
    when: key(
      "满足什么条件；可以问事实，也可以问指标的得分",
      "when it holds; it may ask facts, and points of indicators",
    ),
    then: key("满足时怎么办", "what happens then"),
    clause: CLAUSE,
    source: SOURCE,
  }),
  "scheme-effects.toBand": of("直接定级", "this band", {
    band: key("不论得分多少，就是这个等级", "the band then, whatever the score"),
  }),
  "scheme-effects.bandAtMost": of("等级上限", "this band at best", {
    band_at_most: key("等级最高只能是这一级", "the best band it can be then"),
  }),
  "scheme-effects.bandsDown": of("降级", "so many bands down", {
    bands_down: key("等级下调几级，最低到最后一级为止", "by how many bands it is lowered, and never below the last"),
  }),
  "bands.band": of("等级", "band", {
    id: key("编号", "id"),
    title: may("名称", "title", text("编号", "the id")),
    clause: CLAUSE,
    source: SOURCE,
    ...BOUNDS,
  }),
  "outcomes.outcome": of("结论", "outcome", {
    id: key("编号；`undetermined` 不能用", "id; `undetermined` is taken"),
    title: may("名称", "title", text("编号", "the id")),
    clause: CLAUSE,
    source: SOURCE,
    when: may("满足什么时是这个结论", "what must hold", text("写 `otherwise`", "`otherwise` is written")),
    otherwise: may(
      "上面的都不成立时；只写在最后一个",
      "when none above holds; on the last one only",
      text("写 `when`", "`when` is written"),
      {
        true: text("其余情形", "everything else"),
      },
    ),
    measures: may("随之而来的措施，不影响得分", "what follows from it; the score does not change", NONE),
  }),
};
