/** Words for golden cases: documents that are wrong, and cases that do not come out as expected. */
import type { CaseCode } from "../model/codes.js";
import type { CatalogueEntry } from "./diagnose.js";

export const caseMessages: Readonly<Record<CaseCode, CatalogueEntry>> = {
  "case-name-twice": {
    severity: "error",
    zh: "已经有一个名为“{name}”的用例",
    en: "another case is called `{name}` already",
    hint: {
      zh: "换一个名称，说出这个用例与那一个的不同",
      en: "give it a name that says what it tries beyond the other",
    },
  },
  "case-expects-nothing": {
    severity: "error",
    zh: "用例“{name}”什么也没有期望",
    en: "the case `{name}` expects nothing",
    hint: {
      zh: "在 `expect` 下至少写一项，例如 `score: 80` 或 `indicators: { A1: 2 }`",
      en: "write at least one line below `expect`, such as `score: 80` or `indicators: { A1: 2 }`",
    },
  },
  "expected-of-a-sheet": {
    severity: "error",
    zh: "单独一张指标表没有 `{key}`：那是评价方案的内容",
    en: "a sheet alone has no `{key}`: that is part of a scheme",
    hint: {
      zh: "把 `sheet:` 改成使用它的 `scheme:`，或删去这一行",
      en: "write the `scheme:` that uses the sheet in place of `sheet:`, or delete the line",
    },
  },
  "expected-unknown": {
    severity: "error",
    zh: "`{of}` 里没有 `{id}`",
    en: "`{of}` has no `{id}`",
    hint: { zh: "您是不是要写 `{nearest}`？", en: "did you mean `{nearest}`?" },
    hintWithoutList: {
      zh: "核对编号；几张表里都有的指标写成 `组成部分/编号`",
      en: "check the id; an indicator that several sheets have is written `component/id`",
    },
  },
  "case-differs": {
    severity: "error",
    zh: "用例“{name}”：`{about}` 应为 `{expected}`，算出来是 `{actual}`",
    en: "`{name}`: `{about}` should be `{expected}`, and comes to `{actual}`",
    hint: {
      zh: "改正标准或期望值；用 `chengxin test` 查看这一分是怎么算的",
      en: "mend the rubric or what is expected; `chengxin test` tells how the points came about",
    },
  },
};
