/** An example of every code of the stage `parse`. */
import type { ParseCode } from "../../model/codes.js";
import type { Example } from "./example.js";

export const parseExamples: Readonly<Record<ParseCode, Example>> = {
  "not-utf8": {
    bad: { sheet: "title: 物业管理企业指标\uFFFD" },
    good: { sheet: "title: 物业管理企业指标表" },
    abridged: {
      zh: "显示为 \uFFFD 的地方，文件里的字节已经损坏，不成文字",
      en: "where \uFFFD is shown, the bytes of the file are damaged and stand for no character",
    },
  },
  "encoding-gbk": {
    bad: { sheet: "title: 物业管理企业指标表" },
    good: { sheet: "title: 物业管理企业指标表" },
    abridged: {
      zh: "文字相同：前一份存成了 GBK（记事本里叫“ANSI”），后一份存成了 UTF-8",
      en: "the same words, first saved as GBK (Notepad says “ANSI”), then as UTF-8",
    },
  },
  "encoding-utf-16": {
    bad: { sheet: "title: 物业管理企业指标表" },
    good: { sheet: "title: 物业管理企业指标表" },
    abridged: {
      zh: "文字相同：前一份存成了 UTF-16（记事本里叫“Unicode”），后一份存成了 UTF-8",
      en: "the same words, first saved as UTF-16 (Notepad says “Unicode”), then as UTF-8",
    },
  },
  "cr-newline": {
    bad: { sheet: "title: 物业管理企业指标表\ncategory: base" },
    good: { sheet: "title: 物业管理企业指标表\ncategory: base" },
    abridged: {
      zh: "文字相同：前一份的换行符是旧 Mac 的 CR，后一份是 LF",
      en: "the same words: the lines of the first end with CR, as on an old Mac, those of the second with LF",
    },
  },
  "empty-file": {
    bad: { file: "# 物业管理企业指标表，待填写" },
    good: {
      file: `# 物业管理企业指标表
kind: sheet
id: s
version: "1"
title: 物业管理企业指标表
points: 2
indicators:
  - { id: A, title: 合同履约, points: 2, scoring: { rule: flag, fact: { type: boolean } } }`,
    },
  },

  "too-large": {
    bad: { leaf: "clause: 第八条 企业应当全面履行合同……" },
    good: { leaf: "clause: 第八条" },
    abridged: {
      zh: "省略号处贴进了所有法规的全文，文件因此超过 2 MiB",
      en: "where the dots are, the full text of every regulation was pasted, which makes the file larger than 2 MiB",
    },
  },
  "too-deep": {
    bad: {
      scheme: "preferences:\n  - { id: P1, title: 近三年无行政处罚, when: { not: { not: …{ fact: ok, is: true }… } } }",
    },
    good: { scheme: "preferences:\n  - { id: P1, title: 近三年无行政处罚, when: { fact: ok, is: true } }" },
    abridged: { zh: "一共写了 70 层 `not`", en: "`not` is written 70 times, one inside the other" },
  },
  "too-many-entries": {
    bad: { factSheet: "facts:\n  ok: { value: true, evidence: [合同-00001, 合同-00002, …] }" },
    good: { factSheet: "facts:\n  ok: { value: true, evidence: [合同台账] }" },
    abridged: { zh: "方括号里列出了 10001 份合同", en: "the brackets list 10001 contracts" },
  },
  "too-many-tokens": {
    bad: { sheet: "title: 物业管理企业指标表\n#\n#\n# …" },
    good: { sheet: "title: 物业管理企业指标表" },
    abridged: {
      zh: "从电子表格导出时带来了三十多万个空行，每行一个 `#`",
      en: "a spreadsheet left more than three hundred thousand empty lines, each with a `#`",
    },
  },

  "several-documents": {
    bad: { sheet: "title: 物业管理企业指标表\n---\npoints: 2" },
    good: { sheet: "title: 物业管理企业指标表\npoints: 2" },
  },
  anchor: { bad: { leaf: "title: &必备 行政许可" }, good: { leaf: 'title: "&必备 行政许可"' } },
  alias: { bad: { leaf: "title: *合同履约率" }, good: { leaf: 'title: "*合同履约率"' } },
  tag: { bad: { leaf: "title: !必填 合同履约率" }, good: { leaf: 'title: "!必填 合同履约率"' } },
  directive: {
    bad: {
      file: `%YAML 1.1
---
kind: sheet
id: s
version: "1"
title: 物业管理企业指标表
points: 2
indicators: [{ id: A, title: 合同履约, points: 2, scoring: { rule: flag, fact: { type: boolean } } }]`,
    },
    good: {
      file: `---
kind: sheet
id: s
version: "1"
title: 物业管理企业指标表
points: 2
indicators: [{ id: A, title: 合同履约, points: 2, scoring: { rule: flag, fact: { type: boolean } } }]`,
    },
  },
  "merge-key": {
    bad: { facts: "ok: { <<: { evidence: required }, type: boolean }" },
    good: { facts: "ok: { evidence: required, type: boolean }" },
  },

  "duplicate-key": {
    bad: { leaf: "clause: 第八条\nclause: 第九条" },
    good: { leaf: "clause: 第八条、第九条" },
  },
  "key-not-text": {
    given: { leaf: "scoring: { rule: choice, fact: tax_grade, points: { A: 2, B: 1 } }" },
    bad: { facts: "tax_grade:\n  type: choice\n  options:\n    [A]: 纳税信用A级\n    B: 纳税信用B级" },
    good: { facts: "tax_grade:\n  type: choice\n  options:\n    A: 纳税信用A级\n    B: 纳税信用B级" },
  },
  "key-missing": { bad: { leaf: ": 第八条" }, good: { leaf: "clause: 第八条" } },
  "invisible-in-key": { bad: { leaf: "clau\u200Bse: 第八条" }, good: { leaf: "clause: 第八条" } },

  "full-width-colon": { bad: { leaf: "clause： 第八条" }, good: { leaf: "clause: 第八条" } },
  "full-width-comma": {
    bad: { leaf: "scoring: { rule: flag， fact: ok }" },
    good: { leaf: "scoring: { rule: flag, fact: ok }" },
  },
  "full-width-dash": {
    bad: { indicators: "－ id: A\n  title: 合同履约\n  points: 2\n  scoring: { rule: flag, fact: ok }" },
    good: { indicators: "- id: A\n  title: 合同履约\n  points: 2\n  scoring: { rule: flag, fact: ok }" },
  },
  "dash-without-space": {
    bad: { indicators: "-id: A\n  title: 合同履约\n  points: 2\n  scoring: { rule: flag, fact: ok }" },
    good: { indicators: "- id: A\n  title: 合同履约\n  points: 2\n  scoring: { rule: flag, fact: ok }" },
  },
  "full-width-hash": {
    bad: { sheet: "title: 物业管理企业指标表\n＃ 满分2分，见通知第八条\npoints: 2" },
    good: { sheet: "title: 物业管理企业指标表\n# 满分2分，见通知第八条\npoints: 2" },
  },
  "wide-space-indentation": {
    bad: { leaf: "scoring:\n\u3000\u3000rule: flag\n  fact: ok" },
    good: { leaf: "scoring:\n  rule: flag\n  fact: ok" },
  },
  "wide-space-after-colon": { bad: { leaf: "clause:\u3000第八条" }, good: { leaf: "clause: 第八条" } },
  "colon-without-space": {
    bad: { factSheet: "facts:\n  ok:{ value: true }" },
    good: { factSheet: "facts:\n  ok: { value: true }" },
  },
  "tab-indentation": {
    bad: { leaf: "scoring:\n\trule: flag\n  fact: ok" },
    good: { leaf: "scoring:\n  rule: flag\n  fact: ok" },
  },
  "control-character": { bad: { leaf: "title: 合同\u0007履约率" }, good: { leaf: "title: 合同履约率" } },
  "lone-surrogate": {
    bad: { factSheet: 'facts:\n  ok: { value: true, note: "客户好评 \\ud83d" }' },
    good: { factSheet: 'facts:\n  ok: { value: true, note: "客户好评 \\ud83d\\udc4d" }' },
  },

  "missing-colon": { bad: { leaf: "clause 第八条" }, good: { leaf: "clause: 第八条" } },
  "colon-in-value": { bad: { leaf: "title: 行政处罚: 近三年" }, good: { leaf: 'title: "行政处罚: 近三年"' } },
  "value-needs-quotes": { bad: { leaf: "title: >=3年持续经营" }, good: { leaf: 'title: ">=3年持续经营"' } },
  "text-after-value": { bad: { leaf: 'title: "守合同"企业' }, good: { leaf: 'title: "“守合同”企业"' } },
  "bad-indentation": {
    bad: { leaf: "title: 合同履约率\n  clause: 第八条" },
    good: { leaf: "title: 合同履约率\nclause: 第八条" },
  },
  "list-beside-key": { bad: { scheme: "roles: - 企业自评" }, good: { scheme: "roles:\n  - 企业自评" } },
  "unclosed-quote": { bad: { leaf: 'title: "合同履约率' }, good: { leaf: 'title: "合同履约率"' } },
  "unclosed-bracket": {
    bad: { leaf: "scoring: { rule: flag, fact: ok" },
    good: { leaf: "scoring: { rule: flag, fact: ok }" },
  },
  "missing-comma": {
    bad: { leaf: "scoring: { rule: flag fact: ok }" },
    good: { leaf: "scoring: { rule: flag, fact: ok }" },
  },
  "stray-comma": {
    bad: { scheme: "roles: [企业自评,, 协会审核]" },
    good: { scheme: "roles: [企业自评, 协会审核]" },
  },
  "bad-escape": {
    bad: { factSheet: 'facts:\n  ok: { value: true, note: "见 D:\\合同台账" }' },
    good: { factSheet: "facts:\n  ok: { value: true, note: '见 D:\\合同台账' }" },
  },
  "yaml-syntax": {
    bad: { leaf: "企业应当按照约定全面履行合同……: 第八条" },
    good: { leaf: "clause: 第八条" },
    abridged: {
      zh: "把整段正文写成了键，冒号前有一千多个字",
      en: "a whole paragraph stands where a key should be, more than a thousand characters before the colon",
    },
  },
};
