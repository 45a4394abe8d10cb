/** Words of the head of a rubric, of sheets and of their indicators. */
import { NO, NONE, type ShapeWords, key, may, of, text } from "../text.js";

export const OUTSIDE = text(
  "必须在 0 到 `points` 之间；可能超出的，必须写明",
  "the value must stay within 0 and `points`; where it may not, this key is required",
);

export const HEADER = {
  $schema: may("供编辑器使用，计分时不看", "for editors; scoring ignores it", NONE),
  id: key("这份文件的编号，别处用它来引用", "id of this document, used to refer to it"),
  version: key("版本，例如 `2023.1`；当作文字，不当作数", "version, such as `2023.1`; it is text, not a number"),
  title: key("名称", "title"),
  status: may(
    "官方公布的，还是自拟的",
    "published officially, or drafted by somebody",
    text("`official`", "`official`"),
    {
      official: text("官方公布", "published officially"),
      drafted: text("自拟；依据它的每份结果都会注明", "drafted; every result built on it says so"),
    },
  ),
  documents: may("所依据的文件，每份给一个编号", "the published texts behind it, each with an id", NONE),
  source: may(
    "缺省所依据的文件，写 `documents` 里的编号",
    "the text that is meant where nothing else is said, an id of `documents`",
    NONE,
  ),
  effective: may("施行的起止日期", "the days in force", text("不限", "any day")),
  facts: may("要填报的内容，每项给一个编号", "what is asked for, each with an id", NONE),
};

export const CLAUSE = may("所依据的条款，例如 `五（一）`", "the clause it rests on, such as `五（一）`", NONE);
export const SOURCE = may(
  "条款出自哪份文件，写 `documents` 里的编号",
  "the text the clause is in, an id of `documents`",
  text("文件开头的 `source`", "the `source` of the document"),
);

const LIMITS = {
  coefficient: may("得分乘以什么，在下限和上限之前", "what the value is multiplied by, before floor and cap", NONE),
  floor: may("得分的下限：一个数，或 `none`", "the least it can be worth: a number, or `none`", OUTSIDE, {
    none: text("不设下限，可以是负分", "no limit; it may be negative"),
  }),
  cap: may(
    "得分的上限：一个数、`points` 或 `none`",
    "the most it can be worth: a number, `points` or `none`",
    OUTSIDE,
    {
      points: text("最高不超过本项分值", "no more than its points"),
      none: text("不设上限", "no limit"),
    },
  ),
  round: may("得分算到几位小数、怎样取舍，在下限和上限之后", "what it is rounded to, behind floor and cap", NONE),
};

const NODE = {
  id: key("指标编号，在一张表里不重复", "id of the indicator, once in a sheet"),
  title: key("指标名称", "title of the indicator"),
  points: may(
    "分值；一组指标相加的，分值等于下级之和，加分、扣分除外",
    "its points; those of a group that adds up are the sum of what is in it, bonuses and deductions apart",
    text("只有扣分不写", "only a deduction leaves it out"),
  ),
  counts_as: may(
    "怎样计入上一级；加分和扣分在分值之外，也不参加折算，按原分加减",
    "how it counts in its group; bonus and deduction stand outside its points and outside any scaling, at face value",
    text("`ordinary`", "`ordinary`"),
    {
      ordinary: text("计入分值", "counts towards the points"),
      bonus: text("加分：另加，须写 `absorbed_by`", "added on top; says `absorbed_by`"),
      deduction: text(
        "扣分：最高 0 分，须写 `floor`，不写 `points`",
        "taken away, 0 at best; says `floor`, and no `points`",
      ),
    },
  ),
  absorbed_by: may(
    "加分最多加到哪里",
    "what a bonus can fill up, and not exceed",
    text("加分必须写明", "required of a bonus"),
    {
      section: text("本组不超过它的分值", "the group it stands in stays within its points"),
      sheet: text("整张表不超过满分", "the sheet stays within its points"),
      none: text("不限，整张表可以超过满分", "nothing: the sheet may exceed its points"),
    },
  ),
  clause: CLAUSE,
  source: SOURCE,
  ...LIMITS,
  weight: may(
    "上级取加权平均时的权重，大于 0；合计不必是 1",
    "how much it counts where the group above is a weighted mean, above 0; they need not make 1",
    text(
      "上级取加权平均时必须写，其他时候不能写",
      "required where the group above is a weighted mean, refused elsewhere",
    ),
  ),
  applies_when: may(
    "满足这个条件才适用",
    "it applies when this condition holds",
    text("总是适用", "it always applies"),
  ),
  may_be_not_applicable: may("填报表可以声明它不适用", "a fact sheet may declare that it does not apply", NO),
  if_not_applicable: may("不适用时怎么办", "what happens when it does not apply", text("`drop`", "`drop`"), {
    drop: text("去掉：得分和分值都不算", "it is left out, points and all"),
    full: text("按满分算", "it counts with full points"),
    zero: text("按 0 分算", "it counts with 0"),
  }),
};

/** What a group makes of what is in it. */
export const WAYS = {
  sum: text("相加", "added up"),
  mean: text("适用的下级得分率的平均，乘以本级分值", "the mean of the shares of what applies, times its points"),
  weighted_mean: text("同上，按 `weight` 加权", "the same, weighted by `weight`"),
  min: text("取得分率最低的", "the least share"),
  max: text("取得分率最高的", "the greatest share"),
};

const COMBINE = may("下级怎样合成", "what is made of what is in it", text("`sum`", "`sum`"), WAYS);

export const SHEET_WORDS: Readonly<Record<string, ShapeWords>> = {
  "sheet.sheet": of("指标表", "sheet of indicators", {
    kind: key("这是什么文件", "what this document is", { sheet: text("指标表", "a sheet of indicators") }),
    ...HEADER,
    category: may(
      "类别，例如 `base`、`sector`；方案按类别选表",
      "category, such as `base` or `sector`; a scheme may ask for one",
      text("`base`", "`base`"),
    ),
    points: key("满分", "the points of the whole sheet"),
    shape: may(
      "各级指标各有多少个，例如 `[5, 16, 43]`；写了就核对",
      "how many indicators each level has, such as `[5, 16, 43]`; checked when written",
      text("不核对", "not checked"),
    ),
    combine: COMBINE,
    renormalise: may(
      "有指标去掉时，是否按剩下的分值折算；只用于相加",
      "whether what is left is scaled up when indicators are left out; only where they are added",
      text("有指标可能去掉时必须写明", "required when something may be left out"),
      {
        true: text("折算：得分 × 满分 ÷ 适用的分值", "scaled: points × full points ÷ points that apply"),
        none: text("不折算", "not scaled"),
      },
    ),
    instances: may(
      "填报表逐个列出的清单，每个给一个编号",
      "the lists that a fact sheet names one by one, each with an id",
      NONE,
    ),
    ...LIMITS,
    effects: may(
      "连带规定，按写的先后：在合计、折算之后，下限、上限和取舍之前",
      "effects in the order written: behind the sum and what scales it, before floor, cap and rounding",
      NONE,
    ),
    indicators: key("指标", "the indicators"),
    eligibility: may(
      "这张表自己的申报条件，和方案的合在一起；选了这张表才算数",
      "conditions of eligibility of the sheet; they join those of the scheme where the sheet is the one that is meant",
      NONE,
    ),
  }),
  "instances.instanceList": of("一个清单", "list", {
    title: key("名称，例如 `在建项目`", "title, such as `building projects`"),
  }),
  "header.document": of("所依据的文件", "published text", {
    title: key("文件名称", "its title"),
    date: may("发布日期", "the day it was published", NONE),
  }),
  "header.effective": of("施行日期", "days in force", {
    from: may("从这一天起（含）", "from this day on", text("不限", "any")),
    until: may("到这一天止（含）", "until the end of this day", text("不限", "any")),
  }),
  "coefficient.coefficient": of("系数", "coefficient", {
    fact: key(
      "看哪个事实：数就是系数本身；选项或是否，系数写在 `values` 里",
      "the fact it comes from: a number is the coefficient itself; options, or yes and no, have theirs in `values`",
    ),
    values: may(
      "每个选项的系数；是否的写 `true` 和 `false`",
      "the number for each option; of yes and no, `true` and `false`",
      text("事实是数", "the fact is a number"),
    ),
    when_missing: may(
      "确认没有这项资料时的系数",
      "the number when the fact is known to be missing",
      text("不计，结果待定", "it stays open"),
    ),
  }),
  "titles.title": of("两种语言的名称", "title in two languages", {
    zh: key("中文", "Chinese"),
    en: key("英文", "English"),
  }),
  "nodes.group": of("一组指标", "group of indicators", {
    ...NODE,
    indicators: key("下级指标", "the indicators in it"),
    combine: COMBINE,
    renormalise: may(
      "下级有去掉的，本组按剩下的分值折算；只能写 `true`，只用于相加",
      "what is left of the group is scaled up; only `true`, and only where they are added",
      text("不在这一级折算", "not scaled here"),
      {
        true: text("在这一级折算", "scaled here"),
      },
    ),
    each: may(
      "按哪个清单逐个计分，写 `instances` 里的编号；各个的得分率按 `combine` 合成",
      "the list it is scored by, an id of `instances`: once for each entry, and `combine` makes one of the shares",
      text("只计一次", "it is scored once"),
    ),
    weight_by: may(
      "逐个计分取加权平均时的权数：清单里每一个各有的、大于 0 的数",
      "what weighs the entries in a weighted mean: a number that each has for itself, above 0",
      text("逐个计分取加权平均时必须写", "required where entries make a weighted mean"),
    ),
    effects: may(
      "连带规定，按写的先后：在合计、折算之后，下限、上限和取舍之前",
      "effects in the order written: behind the sum and what scales it, before floor, cap and rounding",
      NONE,
    ),
  }),
  "effects.effect": of("连带规定", "effect", {
    when: key(
      "满足什么条件；可以问事实，也可以问下面的指标的得分",
      "when it holds; it may ask facts, and points of indicators below",
    ),
    then: key("满足时怎么办", "what happens then"),
    clause: CLAUSE,
    source: SOURCE,
  }),
  "effects.atMost": of("最高几分", "so many points at most", {
    at_most: key("最高几分", "the most it can be worth then"),
  }),
  "effects.points": of("就是几分", "so many points", {
    points: key("不论合计多少，就是几分", "what it is worth then, whatever it adds up to"),
  }),
  "nodes.leaf": of("末级指标", "indicator that is scored", {
    ...NODE,
    scoring: key("评分规则", "the rule"),
    when_missing: may(
      "确认没有这项材料时得多少分：一个数、`zero` 或 `full`",
      "its points when what it reads is known to be missing: a number, `zero` or `full`",
      text("不计，结果待定", "it stays open"),
      {
        zero: text("0 分", "0 points"),
        full: text("满分", "full points"),
      },
    ),
  }),
};
