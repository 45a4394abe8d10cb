/** Words of fact sheets. */
import { NO, NONE, type ShapeWords, key, may, of, text } from "../text.js";

const BY = key("谁说的", "who says so");

export const FACT_SHEET_WORDS: Readonly<Record<string, ShapeWords>> = {
  "facts.factSheet": of("填报表", "fact sheet", {
    $schema: may("供编辑器使用，计分时不看", "for editors; scoring ignores it", NONE),
    kind: key("这是什么文件", "what this document is", { facts: text("填报表", "a fact sheet") }),
    scheme: key("按哪个方案评价", "the scheme it is for"),
    sheets: may("方案里由企业选表的部分，选哪张表", "which sheet is meant where the scheme leaves a choice", NONE),
    subject: may("哪家企业", "which enterprise", NONE),
    as_of: key("评价基准日：期限都算到这一天", "the as-of date: every period ends on this day"),
    role: may("谁填的，写方案里的一个角色", "in which role, one of the scheme's", NONE),
    closed: may(
      "`true`：没有填的就是没有；`false`：没有填的还不知道",
      "`true`: what is not given is missing; `false`: it is not known yet",
      NO,
    ),
    facts: may("填报的内容", "what is known", NONE),
    judgements: may("评议的分", "points given by people", NONE),
    not_applicable: may("声明不适用的指标", "indicators that do not apply", NONE),
    instances: may(
      "逐个计分的清单；`[]` 就是一个也没有",
      "the lists whose entries are scored one by one; `[]`: there are none",
      text("还没有列出", "not listed yet"),
    ),
    materials: may("交来的材料", "the papers that are there", NONE),
  }),
  "facts-sections.subject": of("企业", "enterprise", {
    id: may("统一社会信用代码", "unified social credit code", NONE),
    name: may("名称", "name", NONE),
  }),
  "facts-supplied.valueWrapper": of("带佐证的值", "value with evidence", {
    value: key("值", "the value"),
    evidence: may("佐证材料", "evidence", NONE),
    note: may("说明", "a note", NONE),
    record: may("值取自哪条记录：它的摘要", "the digest of the record it was taken from", NONE),
  }),
  "facts-supplied.missingWrapper": of("确认没有", "known to be missing", {
    missing: key("确认没有；只能写 `true`", "known to be missing; only `true`", {
      true: text("确认没有", "known to be missing"),
    }),
    note: may("说明", "a note", NONE),
  }),
  "facts-instances.instance": of("清单里的一个", "entry of a list", {
    id: key("编号，在清单里不重复", "its id, once in the list"),
    title: may("名称", "title", text("编号", "the id")),
    facts: may("它各有的事实", "what is known of it", NONE),
    judgements: may("评议的分", "points given by people", NONE),
    not_applicable: may("对它不适用的指标", "indicators that do not apply to it", NONE),
  }),
  "facts-sections.judgement": of("评议", "judgement", {
    points: key("给多少分", "the points given"),
    by: BY,
    as: may("以什么身份", "in which capacity", NONE),
    reason: key("理由", "the reason"),
  }),
  "facts-sections.notApplicable": of("不适用的说明", "why it does not apply", {
    by: BY,
    reason: key("理由", "the reason"),
  }),
};
