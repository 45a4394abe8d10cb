/** Words of the rules. */
import { NO, NONE, type ShapeWords, key, may, of, text } from "../text.js";
import { BOUNDS } from "./questions.js";

const rule = (word: string, zh: string, en: string) => key("用哪种规则", "which rule", { [word]: text(zh, en) });
const START = {
  zero: text("从 0 分起", "from 0"),
  full: text("从满分起，往下扣", "from full points, downwards"),
};
const mode = (word: string, zh: string, en: string) =>
  key("怎么合计", "how the items add up", { [word]: text(zh, en) });
const CHECKLIST = text("清单", "checklist");
const checklist = rule("checklist", CHECKLIST.zh, CHECKLIST.en);
const ITEMS = key("各项，都是 `boolean` 事实的编号", "the items, ids of `boolean` facts");

const STEP = {
  per: key("每满多少算一级", "how far one step goes"),
  points: key("每一级多少分，扣分写负数", "the points of each step; negative to deduct"),
  partial: key("不满一级的怎么算", "what a part of a step is worth", {
    floor: text("不满的不算", "nothing"),
    ceil: text("不满的按一级算", "a whole step"),
    interpolate: text("按比例算", "its share"),
  }),
};

export const RULE_WORDS: Readonly<Record<string, ShapeWords>> = {
  "flag.flag": of("是否：是则得分", "yes or no", {
    rule: rule("flag", "是否：是则得分", "yes or no"),
    fact: key("看哪个 `boolean` 事实", "the `boolean` fact it reads"),
    points: may("“是”得多少分", "the points for yes", text("本项分值", "the points of the indicator")),
  }),
  "choice.choice": of("等级：各级各得多少分", "points for each option", {
    rule: rule("choice", "等级：各级各得多少分", "points for each option"),
    fact: key("看哪个 `choice` 或 `choices` 事实", "the `choice` or `choices` fact it reads"),
    points: key("每个选项各得多少分，一个也不能少", "the points of each option; none may be left out"),
    pick: may(
      "同时有几个选项时怎么算",
      "what counts when several are held",
      text("`choice` 不写；`choices` 必须写", "left out for `choice`, required for `choices`"),
      {
        best: text("取最高的一个", "the best of them"),
        sum: text("相加", "their sum"),
      },
    ),
  }),
  "tiers.tiers": of("分档", "tiers", {
    rule: rule("tiers", "分档", "tiers"),
    fact: key("看哪个数", "the number it reads"),
    tiers: key("各档，不重叠也不留空", "the tiers, without overlap and without gap"),
  }),
  "brackets.steppedTier": of("一档", "one tier", {
    ...BOUNDS,
    points: key(
      "这一档得多少分；有 `steps` 的，是起算处的分",
      "the points of this tier; with `steps`, those at the number it counts from",
    ),
    steps: may(
      "这一档里每满多少再加多少",
      "equal steps within the tier",
      text("整档都是 `points`", "the whole tier has `points`"),
    ),
  }),
  "brackets.tierSteps": of("一档里的递增", "steps within a tier", {
    from: may(
      "从哪个数起算：这一档的一端，或其中的一个数；低于它的往回算",
      "the number to count from: an end of the tier or a number in it; below it the steps go on in the other direction",
      text("这一档的下端；没有下端的必须写", "the lower end of the tier; required where it has none"),
    ),
    ...STEP,
  }),
  "brackets.tier": of("清单的一档", "one tier of a checklist", {
    ...BOUNDS,
    points: key("这一档得多少分", "the points of this tier"),
  }),
  "steps.steps": of("按级递增：每满多少得多少", "equal steps", {
    rule: rule("steps", "每满多少得多少", "equal steps"),
    fact: key("看哪个数", "the number it reads"),
    start: key("从哪个数起算", "the number to count from"),
    ...STEP,
    base: may("起算处的分", "the points at the start", text("`0`", "`0`")),
    both_ways: may("低于起算处也照样往回算", "below the start the steps go on in the other direction", NO),
  }),
  "linear.linear": of("线性：点与点之间按比例", "straight lines between points", {
    rule: rule("linear", "点与点之间按比例", "straight lines between points"),
    fact: key("看哪个数", "the number it reads"),
    knots: key("已知的点，至少两个，从小到大", "the known points, two at least, in rising order"),
    beyond: key("两端之外怎么算", "what holds beyond both ends", {
      clip: text("与端点相同", "the same as at the end"),
      extend: text("按同样的斜率延长", "the line goes on"),
    }),
  }),
  "linear.knot": of("一个点", "one point", {
    at: key("数值", "the number"),
    points: key("得分", "its points"),
  }),
  "checklist.sum": of("清单：各项得分相加", "checklist, added up", {
    rule: checklist,
    mode: mode("sum", "各项分不同，相加", "items have points of their own, and are added"),
    items: key("各项和各自的分", "the items with their points"),
  }),
  "checklist.item": of("清单的一项", "one item", {
    fact: key("哪个 `boolean` 事实", "the `boolean` fact"),
    points: key("“是”得多少分，扣分写负数", "the points for yes; negative to deduct"),
  }),
  "checklist.perItem": of("清单：每项同分", "checklist, each the same", {
    rule: checklist,
    mode: mode("per_item", "每项同分", "every item is worth the same"),
    items: ITEMS,
    each: key("每项多少分，扣分写负数", "the points of each; negative to deduct"),
    start: may(
      "从多少分起：一个数、`zero` 或 `full`",
      "what it starts from: a number, `zero` or `full`",
      text("`zero`", "`zero`"),
      START,
    ),
    count: may("数做到的，还是数没做到的", "whether what is met counts, or what is not", text("`met`", "`met`"), {
      met: text("数做到的", "what is met"),
      unmet: text("数没做到的", "what is not met"),
    }),
  }),
  "checklist.ladder": of("清单：按项数分档", "checklist, tiers by number", {
    rule: checklist,
    mode: mode("ladder", "按做到的项数分档", "tiers by how many are met"),
    items: ITEMS,
    tiers: key("各档，看的是做到的项数", "the tiers, of how many are met"),
  }),
  "events.events": of("逐次加减分", "points for each event", {
    rule: rule("events", "逐次加减分", "points for each event"),
    fact: key("看哪个 `events` 事实", "the `events` fact it reads"),
    start: key("从多少分起：一个数、`zero` 或 `full`", "what it starts from: a number, `zero` or `full`", START),
    within: may("只算这段时间内的", "only what lies in this period", text("不限时间", "whenever")),
    where: may("只算满足这个条件的", "only what meets this condition", text("全算", "all of them")),
    points: key(
      "每次的分；一条记录只用第一条对得上的行，都对不上的算 0 分",
      "the points of each; the first line that fits an entry counts, and none is 0",
    ),
    restore: may(
      "整改后恢复多少；一条扣分记录只用第一条对得上的行",
      "what is given back of a deduction once it has been corrected; the first line that fits it counts",
      text("不恢复", "nothing"),
    ),
    once_per: may(
      "哪些字段都相同的记录算同一事项，只计分值绝对值最大的一条（相同的取先写的）；缺其中一项的各算一条",
      "entries that agree in all of these fields are one matter, of which only the one with the greatest points counts, whatever their sign (the first on a tie); one that lacks a field stands alone",
      text("各条都计", "every entry counts"),
    ),
    repeat: may(
      "同一类别再次发生的怎么计",
      "what an entry of a kind that has occurred before is worth",
      text("照计", "the same"),
      {
        double: text(
          "按日期从该类第二条起，分值加倍（不累乘）",
          "from the second of its kind on, by date, twice its points",
        ),
      },
    ),
    at_most_count: may(
      "最多计几条：取分值绝对值最大的（相同的取先写的）",
      "how many entries count: those with the greatest points, whatever their sign (the first on a tie)",
      text("不限", "all of them"),
    ),
  }),
  "events.restoreShare": of("按份额恢复", "a share of it is restored", {
    when: may(
      "什么样的扣分记录",
      "of which deductions",
      text("各条都算；只能是最后一行", "any; only in the last line"),
    ),
    share: key("恢复扣分的多少，0 到 1", "how much of what it takes is given back, from 0 to 1"),
  }),
  "events.restorePoints": of("加回若干分", "points are given back", {
    when: may(
      "什么样的扣分记录",
      "of which deductions",
      text("各条都算；只能是最后一行", "any; only in the last line"),
    ),
    points: key("加回多少分，不超过它扣的分", "how many points are given back, never more than it took"),
  }),
  "events.line": of("一类事件的分", "points of one kind of event", {
    kind: may("哪一类", "which kind", text("各类都算", "any kind")),
    when: may("还要满足什么", "what else must hold", NONE),
    points: key("每次多少分，扣分写负数", "the points of each; negative to deduct"),
  }),
  "levels.levels": of("级别：取最高或累计", "levels, the highest or all", {
    rule: rule("levels", "级别：取最高或累计", "levels, the highest or all"),
    fact: key("看哪个 `choice` 或 `choices` 事实", "the `choice` or `choices` fact it reads"),
    points: key("每一级各得多少分，一个也不能少", "the points of each level; none may be left out"),
    count: key("有几级时怎么算", "what counts of several", {
      highest: text("只算最高的一级", "the highest only"),
      all: text("累计", "all of them, added"),
    }),
  }),
  "table.table": of("对照表：同时看几个事实", "table of several facts", {
    rule: rule("table", "对照表：同时看几个事实", "a table of several facts"),
    rows: key(
      "各行；每种情形正好在一行里，先后不影响结果",
      "the rows; every case is in exactly one of them, and their order does not matter",
    ),
  }),
  "table.row": of("对照表的一行", "one row of a table", {
    when: key(
      "哪些事实各是什么，都要满足；没有写的事实不问",
      "which facts have which values, all of them; a fact that is not named is not asked",
    ),
    points: key("这一行得多少分", "the points of this row"),
  }),
  "imported.imported": of("引用得分：把别处的得分折算过来", "another assessment's score on this scale", {
    rule: rule("imported", "把别处的得分折算过来", "another assessment's score on this scale"),
    fact: key("看哪个数；这个事实要声明 `record`", "the number it reads, a fact that declares `record`"),
    from: key("原来的分从多少到多少", "the scale it comes from"),
    to: may(
      "折算成从多少分到多少分",
      "the points at both ends",
      text("从 0 到本项分值", "from 0 to the points of the indicator"),
    ),
  }),
  "imported.scoreScale": of("引用得分的两端", "the ends of a scale", {
    at_least: key("最低", "the least"),
    at_most: key("最高，要大于最低", "the most, more than the least"),
  }),
  "judged.judged": of("评议：由人打分", "judged by a person", {
    rule: rule("judged", "由人打分", "judged by a person"),
    range: key("可以打多少分", "the points that may be given"),
    step: key("以多少分为一格", "how fine the points are"),
  }),
  "judged.judgedRange": of("评议的范围", "range of a judgement", {
    at_least: key("最低多少分", "the least"),
    at_most: key("最高多少分", "the most"),
  }),
  "panel.panel": of("评审组：由几个人打分，取平均", "a panel: judged by several, the mean counts", {
    rule: rule("panel", "由几个人打分，取平均", "judged by several, the mean counts"),
    range: key("每人可以打多少分", "the points that each may give"),
    step: key("以多少分为一格", "how fine the points are"),
    assessors: may(
      "至少要有几个人的评分",
      "how many judgements there must be at least",
      text(
        "够用就行：比去掉的多一个，有 `weights` 的每类一个",
        "as many as the rule itself needs: one more than are left out, one of each class of `weights`",
      ),
    ),
    trim: may(
      "去掉几个最高分和同样多的最低分；不能与 `weights` 同写",
      "how many of the highest are left out, and as many of the lowest; never with `weights`",
      text("都算", "none"),
    ),
    weights: may(
      "各类评审人的平均分各占多少，合计为 1；评议里用 `as` 写是哪一类",
      "what the mean of each class of assessors counts, adding up to 1; a judgement names its class behind `as`",
      text("不分类，一起平均", "one mean of all"),
    ),
  }),
  "panel.assessors": of("评审人数", "number of assessors", {
    at_least: key("至少几人", "the fewest"),
  }),
  "best-of.bestOf": of("几种评法取最高", "the best of several rules", {
    rule: rule("best_of", "几种评法取最高", "the best of several rules"),
    of: key(
      "各种评法，至少两种；都要填，取得分最高的",
      "the rules, at least two; all are asked for, the greatest counts",
    ),
  }),
  "first-of.firstOf": of("几种评法取第一个成立的", "the first rule whose condition holds", {
    rule: rule("first_of", "几种评法取第一个成立的", "the first rule whose condition holds"),
    of: key(
      "各种评法，从上往下取第一个 `when` 成立的；只有最后一种可以不写 `when`；都不成立得 0 分",
      "the rules in order, the first whose `when` holds; only the last may go without; none holds: 0 points",
    ),
  }),
  "parts.parts": of("几部分相加", "several rules added", {
    rule: rule("parts", "几部分相加", "several rules added"),
    start: may("从多少分起", "the points before the first part", text("`zero`", "`zero`"), START),
    parts: key("各部分，有 `when` 的成立才算；扣分写负数", "the parts; one with a `when` counts only where it holds"),
  }),
};
