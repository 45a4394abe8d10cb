/**
 * What Chinese authors write in place of a word of the language. It is never accepted: two spellings of one key would
 * make two kinds of rubrics. It is only understood, so that a finding can name the word that belongs there.
 */

/** Those of `words` that a Chinese word may stand for; none for any other word. */
export function chineseNamesFor(written: string, words: readonly string[]): readonly string[] {
  if (!/\p{Script=Han}/u.test(written) || written.length > LONGEST) return [];
  const asked = written.normalize("NFKC").replaceAll(/[\s"'“”‘’「」:：*]/gu, "");
  const exact = words.filter((word) => namesOf(word).includes(asked));
  if (exact.length > 0) return exact;
  // The head of a Chinese compound stands at its end: 指标权重 is a weight.
  const ends = words.map((word) => ({ word, length: longestEnd(asked, namesOf(word)) }));
  const longest = Math.max(0, ...ends.map(({ length }) => length));
  return longest < 2 ? [] : ends.filter(({ length }) => length === longest).map(({ word }) => word);
}

const LONGEST = 40;

function namesOf(word: string): readonly string[] {
  return Object.hasOwn(CHINESE_NAMES, word) ? CHINESE_NAMES[word]! : [];
}

function longestEnd(asked: string, names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => (asked.endsWith(name) ? name.length : 0)));
}

/** Keys and words of the language, each with what it is called in notices and spreadsheets. */
export const CHINESE_NAMES: Readonly<Record<string, readonly string[]>> = {
  // The head of a document
  kind: ["类型", "种类", "类别", "文件类型", "文档类型"],
  id: ["编号", "序号", "代码", "标识", "编码", "指标编号"],
  version: ["版本", "版本号"],
  category: ["类别", "分类", "行业", "行业类别"],
  title: ["名称", "标题", "题目", "指标名称", "名字"],
  status: ["状态", "性质"],
  documents: ["文件", "文档", "依据文件", "文件依据", "政策文件"],
  source: ["来源", "出处", "依据文件", "文件", "数据来源"],
  effective: ["有效期", "生效", "施行日期", "生效日期", "适用期间"],
  from: ["起", "自", "从", "开始日期", "生效日期", "起始日期"],
  until: ["止", "至", "到", "结束日期", "截止日期", "失效日期"],
  date: ["日期", "发布日期", "印发日期", "时间"],
  zh: ["中文", "中文名称"],
  en: ["英文", "英文名称"],
  sheet: ["评分表", "指标表", "表", "评价表"],
  sheets: ["评分表", "指标表", "选用的表"],
  scheme: ["方案", "办法", "评价方案", "评价办法"],
  facts: ["事实", "数据", "填报", "填报数据", "情况", "事实表"],
  fact: ["事实", "数据", "数据项", "填报项"],
  official: ["正式", "官方", "公布"],
  drafted: ["草案", "草稿", "起草", "征求意见稿", "自拟"],

  // The tree of indicators
  indicators: ["指标", "指标体系", "评价指标", "下级指标", "子指标"],
  points: ["分值", "分数", "满分", "得分", "分", "总分", "加分", "扣分", "封顶"],
  shape: ["结构", "指标数", "各级指标数"],
  clause: ["依据", "条款", "依据条款", "条文", "政策依据"],
  floor: ["下限", "最低分", "保底", "扣完为止", "向下取整", "舍去"],
  cap: ["上限", "封顶", "最高分"],
  round: ["舍入", "取整", "四舍五入", "保留小数"],
  renormalise: ["折算", "按比例折算", "归一化", "换算"],
  scoring: ["评分", "计分", "评分标准", "计分方法", "评分方法", "打分", "评分规则"],
  applies_when: ["适用条件", "适用", "适用范围", "何时适用"],
  may_be_not_applicable: ["可不适用", "可以不适用", "不适用"],
  if_not_applicable: ["不适用时", "不适用"],
  when_missing: ["缺失时", "缺少时", "未填报时", "无数据时"],
  none: ["无", "没有", "不设", "不封顶", "不设下限", "不设上限", "不折算", "不限"],
  zero: ["零", "零分", "不得分", "记零分", "计零分"],
  full: ["满分", "全分", "得满分", "记满分", "计满分"],
  drop: ["剔除", "去掉", "扣除", "不计", "不计入"],

  // Facts
  type: ["类型", "种类", "数据类型"],
  unit: ["单位", "计量单位"],
  evidence: ["佐证", "证明", "证据", "证明材料", "佐证材料"],
  owner: ["归口", "归口部门", "负责部门", "责任部门", "来源部门", "数据来源"],
  mutable: ["可变", "可变更", "可修改", "可整改"],
  range: ["范围", "区间", "取值范围"],
  derive: ["推导", "计算", "由来", "计算方法", "公式"],
  options: ["选项", "可选项", "选择项", "取值"],
  kinds: ["类别", "种类", "类型"],
  fields: ["字段", "栏目", "项目"],
  field: ["字段", "栏目"],
  optional: ["可选", "选填", "非必填"],
  required: ["必填", "必需", "必须", "必备"],
  boolean: ["布尔", "是否", "是非", "判断"],
  integer: ["整数"],
  decimal: ["小数", "数字", "数值", "数"],
  text: ["文字", "文本", "字符串"],
  choice: ["单选", "选择", "选项", "单项选择", "选项计分"],
  choices: ["多选", "多项选择"],
  events: ["事件", "记录", "次数", "逐次", "扣分", "事件列表"],
  "credit-code": ["信用代码", "统一社会信用代码"],
  full_years_since: ["年限", "满年数", "经营年限", "成立年限"],
  full_months_since: ["月数", "满月数"],
  full_years: ["满年", "年限", "满几年", "周年"],
  sum: ["合计", "求和", "相加", "之和", "总和", "累加", "累计"],
  difference: ["差", "差额", "相减", "之差"],
  mean: ["平均", "平均值", "均值", "平均数"],
  ratio: ["比率", "比例", "比值", "占比", "率"],
  numerator: ["分子"],
  denominator: ["分母"],
  percent: ["百分比", "百分数", "百分率"],
  if_zero: ["分母为零", "分母为零时", "为零时"],
  count: ["次数", "计数", "数量", "个数", "取法", "计法"],
  times: ["倍", "倍数", "系数", "乘以"],

  // Rules
  rule: ["规则", "计分规则", "评分规则", "方法", "类型", "计分方式"],
  flag: ["是否", "是非", "有无", "判断"],
  tiers: ["分档", "档", "档次", "分段", "阶梯", "分级", "档位"],
  steps: ["步长", "递增", "逐级", "每增加", "按步", "递减"],
  linear: ["线性", "插值", "线性插值"],
  checklist: ["清单", "检查表", "逐项", "核查清单"],
  levels: ["级别", "等级", "层级"],
  judged: ["评判", "评审", "专家打分", "人工评分", "主观评分", "评议"],
  mode: ["方式", "模式", "取整方式", "舍入", "取整"],
  per_item: ["每项", "逐项", "按项"],
  ladder: ["阶梯", "分档"],
  items: ["项目", "条目", "清单", "各项", "内容"],
  each: ["每项", "每个", "每项分值", "每项得分"],
  start: ["起点", "起始", "初始", "起始值", "基准", "起始分", "初始分"],
  base: ["基础分", "基准分", "底分"],
  per: ["每", "步长", "每增加", "每满"],
  partial: ["不足", "零头", "不足一步", "不满", "取整"],
  both_ways: ["双向", "两个方向", "增减"],
  interpolate: ["插值", "按比例", "比例"],
  ceil: ["向上取整", "进位"],
  knots: ["节点", "拐点", "控制点", "端点"],
  at: ["在", "值", "位置", "取值"],
  beyond: ["超出", "范围外", "以外", "超出时"],
  clip: ["截断", "封顶", "取端点"],
  extend: ["延伸", "外推", "延长"],
  pick: ["选取", "取", "取法", "计法"],
  best: ["最高", "最好", "取最高", "最优", "就高"],
  highest: ["最高", "取最高", "就高", "最高级"],
  met: ["满足", "符合", "达标"],
  unmet: ["不满足", "不符合", "未满足", "未达标"],
  step: ["步长", "间隔", "最小单位"],
  table: ["决策表", "判定表", "对照表", "表格", "查表"],
  best_of: ["择优", "取其高", "取最高者", "择高"],
  rows: ["行", "各行", "表行"],

  // Conditions
  all: ["全部", "所有", "且", "并且", "同时", "都", "同时满足", "累计"],
  any: ["任一", "任何", "或", "或者", "任意", "之一"],
  not: ["非", "不", "不是", "否", "没有"],
  at_least_n: ["至少几项", "至少", "至少满足"],
  n: ["个数", "数量", "几项", "数"],
  of: ["其中", "条件", "于"],
  is: ["等于", "是", "为"],
  in: ["属于", "在", "包含", "之一", "其中"],
  at_least: ["至少", "不少于", "不低于", "大于等于", "以上", "不小于", "达到"],
  above: ["大于", "高于", "超过", "多于"],
  at_most: ["至多", "不超过", "不高于", "小于等于", "以下", "不大于", "不多于"],
  below: ["小于", "低于", "少于", "不足", "不满"],
  on_or_before: ["不晚于", "之前", "以前", "截至"],
  on_or_after: ["不早于", "之后", "以后", "自"],
  missing: ["缺失", "缺少", "没有", "未填", "空缺", "无数据"],
  score: ["总分", "得分", "分数", "评分"],
  eligibility: ["资格", "申报条件", "资格条件", "基本条件", "参评条件", "准入条件"],
  eligible: ["合格", "符合条件", "有资格", "具备资格", "符合"],
  ineligible: ["不合格", "不符合条件", "无资格", "不具备资格", "不符合"],
  within: ["期间", "时间范围", "期限", "近", "时间窗口"],
  where: ["条件", "筛选", "其中", "筛选条件"],
  last: ["近", "最近", "过去"],
  first_day: ["首日", "第一天", "起始日"],
  years: ["年", "年数"],
  months: ["月", "个月", "月数"],
  days: ["日", "天", "天数"],
  calendar_years: ["自然年", "年度", "自然年度"],
  including_current: ["含当年", "包括当年", "含本年", "包含当年"],
  out: ["不算", "不计", "不含", "除外"],
  counts: ["算", "计入", "计算", "含", "包含"],

  // Schemes
  blend: ["合成", "组成", "构成", "加权", "权重"],
  weight: ["权重", "比重", "占比", "权数"],
  one_of: ["任选", "其中之一", "可选", "之一", "选一"],
  outside: ["超出", "越界", "范围外"],
  keep: ["保留", "照算"],
  clamp: ["截断", "限制", "封顶"],
  display: ["显示", "展示", "小数位数"],
  places: ["位数", "小数位", "小数位数", "保留位数"],
  "half-up": ["四舍五入"],
  "half-even": ["四舍六入", "四舍六入五成双", "银行家舍入"],
  up: ["进位", "远离零"],
  down: ["截断", "舍去", "去尾"],
  ceiling: ["向上取整"],
  roles: ["角色", "身份"],
  role: ["角色", "身份"],
  later_may_raise: ["可上调", "可以上调", "复核可加分"],
  require: ["要求", "条件", "必须满足"],
  preferences: ["优先", "优先条件", "同等优先", "加分项"],
  materials: ["材料", "申报材料", "提交材料"],
  bands: ["等级", "级别", "评级"],
  goal: ["目标", "期望结果"],
  outcomes: ["结果", "结论", "评价结果"],
  when: ["条件", "当", "如果", "时"],
  otherwise: ["否则", "其他", "其余", "其它"],

  // Fact sheets
  subject: ["企业", "主体", "评价对象", "申报单位", "对象"],
  name: ["名称", "企业名称", "单位名称", "名字"],
  as_of: ["基准日", "截止日期", "评价日期", "截至", "基准日期"],
  closed: ["封闭", "已填完", "填报完毕", "完结"],
  judgements: ["评判", "评审意见", "专家打分", "评议"],
  not_applicable: ["不适用", "不适用指标"],
  instances: ["实例", "多个对象"],
  value: ["值", "数值", "取值", "内容"],
  note: ["备注", "说明", "注"],
  by: ["评审人", "由", "评分人", "认定人"],
  as: ["以", "身份", "角色"],
  reason: ["理由", "原因"],

  // Golden cases
  cases: ["用例", "测试用例", "案例", "例子"],
  defaults: ["默认", "共同部分", "公共部分", "缺省"],
  basis: ["依据", "理由", "根据"],
  given: ["已知", "给定", "前提", "输入"],
  expect: ["期望", "预期", "应得", "期望结果"],
  outcome: ["结果", "结论", "评价结果"],
  possible: ["可能", "可能的结果"],
  conditions: ["条件", "申报条件"],
  findings: ["发现", "问题", "错误"],
  least: ["最少", "最低", "下限"],
  most: ["最多", "最高", "上限"],
  undetermined: ["未定", "待定", "不确定"],
  open: ["未定", "待定", "未知"],
  "nothing-scored": ["无得分", "没有得分"],
  "not-applicable": ["不适用"],
  satisfied: ["满足", "符合", "通过"],
  failed: ["不满足", "不符合", "未通过"],
  unknown: ["未知", "不知道", "未定"],

  // Yes and no
  true: ["是", "有", "对", "真", "√", "需要"],
  false: ["否", "无", "没有", "错", "假", "不", "不需要"],
};
