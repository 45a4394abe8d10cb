/** Words of golden cases. */
import { NO, NONE, type ShapeWords, key, may, of, text } from "../text.js";

const SECTION = "与填报表里的同名一节写法一样";
const AS_IN = "as in a fact sheet";
const given = (zh: string, en: string) => may(`${zh}；${SECTION}`, `${en}; ${AS_IN}`, NONE);
const expected = (zh: string, en: string) => may(zh, en, text("不比较", "not compared"));

export const CASES_WORDS: Readonly<Record<string, ShapeWords>> = {
  "cases.cases": of("测试用例", "golden cases", {
    $schema: may("供编辑器使用，计分时不看", "for editors; scoring ignores it", NONE),
    kind: key("这是什么文件", "what this document is", { cases: text("测试用例", "golden cases") }),
    scheme: may("测试哪个方案", "the scheme under test", text("写 `sheet`", "`sheet` is written")),
    sheet: may("只测试一张指标表", "one sheet by itself", text("写 `scheme`", "`scheme` is written")),
    defaults: may("各个用例共同的填报内容", "what the cases have in common", NONE),
    cases: key("用例", "the cases"),
  }),
  "cases.case": of("用例", "case", {
    name: key("名称，不能重复", "its name, once in the file"),
    basis: may("为什么应该是这个结果", "why this is the right answer", NONE),
    given: may("与共同内容不同的地方", "what differs from what they have in common", NONE),
    expect: key("应该得到什么，至少写一项", "what must come out, one thing at least"),
  }),
  "cases-given.given": of("填报内容", "what is given", {
    as_of: given("评价基准日", "the as-of date"),
    role: given("角色", "the role"),
    closed: may(`没有填的就是没有；${SECTION}`, `what is not given is missing; ${AS_IN}`, NO),
    sheets: given("选哪张表", "which sheets"),
    subject: given("哪家企业", "which enterprise"),
    facts: given("填报的内容；`~` 去掉共同内容里的一项", "the facts; `~` takes one away that all have"),
    judgements: given("评议的分", "judgements"),
    not_applicable: given("不适用的指标", "what does not apply"),
    instances: given(
      "逐个计分的清单；写了的清单整个代替共同内容里的",
      "the lists; one that is written replaces that of all cases",
    ),
    materials: given("交来的材料", "the papers"),
  }),
  "cases-expect.expect": of("应该得到的结果", "what is expected", {
    score: expected("得分，准确相等", "the score, exactly"),
    display: expected("显示的得分", "the score as shown"),
    outcome: expected("结论的编号", "id of the outcome"),
    band: expected("等级的编号；还没有定写 `open`", "id of the band; `open` while there is none yet"),
    possible: expected("还可能的结论", "the outcomes still possible"),
    eligibility: may("申报资格", "eligibility", text("不比较", "not compared"), {
      eligible: text("符合", "eligible"),
      ineligible: text("不符合", "ineligible"),
      undetermined: text("未定", "undetermined"),
    }),
    indicators: expected("指标 → 得分，准确相等", "indicator → points, exactly"),
    conditions: expected("条件 → 结果", "condition → answer"),
    findings: expected("应该发现的问题，写代码", "the codes of what must be found"),
  }),
  "cases-expect.expectedScore": of("得分的范围", "bounds of the score", {
    least: may(
      "最少多少；没有下限写 `none`",
      "the least; `none` where there is no end",
      text("不比较", "not compared"),
      {
        none: text("没有下限", "no lower end"),
      },
    ),
    most: may("最多多少；没有上限写 `none`", "the most; `none` where there is no end", text("不比较", "not compared"), {
      none: text("没有上限", "no upper end"),
    }),
  }),
};
