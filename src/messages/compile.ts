/** Words for what does not fit together between a scheme and its sheets. */
import type { CompileCode } from "../model/codes.js";
import type { CatalogueEntry } from "./diagnose.js";

export const compileMessages: Readonly<Record<CompileCode, CatalogueEntry>> = {
  "scheme-not-found": {
    severity: "error",
    zh: "找不到评价方案 `{scheme}`",
    en: "there is no scheme `{scheme}`",
    hint: {
      zh: "已载入的方案：`{known}`；用 `--rubrics` 指定方案所在的文件夹",
      en: "loaded schemes: `{known}`; name their folder with `--rubrics`",
    },
  },
  "version-ambiguous": {
    severity: "error",
    zh: "`{id}` 有多个版本（`{versions}`），无法确定用哪一个",
    en: "`{id}` is loaded in several versions (`{versions}`), and nothing says which one to use",
    hint: { zh: "写明版本，如 `{id}@{example}`", en: "name the version, for example `{id}@{example}`" },
  },
  "rubric-twice": {
    severity: "error",
    zh: "`{id}` 的版本 {version} 载入了两次",
    en: "version {version} of `{id}` is loaded twice",
    hint: { zh: "删去其中一个文件，或给它另一个版本号", en: "remove one of the files, or give it another version" },
  },
  "rubric-broken": {
    severity: "error",
    zh: "`{file}` 里的 `{id}` 有错误，不能用来计分，也不用其他版本代替",
    en: "`{id}` in `{file}` has errors: it cannot be used for scoring, and no other version takes its place",
    hint: { zh: "先改正 `{file}`", en: "mend `{file}` first" },
  },
  "sheet-not-found": {
    severity: "error",
    zh: "`{component}` 要用的指标表 `{sheet}` 没有载入",
    en: "`{component}` needs the sheet `{sheet}`, which is not loaded",
    hint: { zh: "已载入的指标表：`{known}`", en: "loaded sheets: `{known}`" },
  },
  "category-without-sheet": {
    severity: "warning",
    zh: "`{component}` 可选的类别（{categories}）还没有任何指标表",
    en: "no loaded sheet has a category that `{component}` may choose from ({categories})",
  },
  "fact-not-declared": {
    severity: "error",
    zh: "用到了没有声明的事实 `{fact}`",
    en: "the fact `{fact}` is used here, but no `facts:` declares it",
    hint: {
      zh: "在 `facts:` 下声明 `{fact}`，或改成已有的事实名：`{nearest}`",
      en: "declare `{fact}` under `facts:`, or use the name of a declared fact: `{nearest}`",
    },
  },
  "fact-conflict": {
    severity: "error",
    zh: "事实 `{fact}` 在 `{first}` 与 `{second}` 中的声明不一致（{difference}）",
    en: "the fact `{fact}` is declared differently in `{first}` and in `{second}` ({difference})",
    hint: { zh: "让两处声明一致，或给其中一个改名", en: "make both declarations agree, or rename one of the facts" },
  },
  "fact-not-used": {
    severity: "warning",
    zh: "声明了事实 `{fact}`，但没有任何指标、条件或推算用到它",
    en: "the fact `{fact}` is declared, but no indicator, condition or derivation uses it",
    hint: {
      zh: "删去这条声明，或补上用到它的指标",
      en: "remove the declaration, or write the indicator that needs it",
    },
  },
  "fact-type-mismatch": {
    severity: "error",
    zh: "{user} 不能用事实 `{fact}`：它的类型是 `{type}`，这里需要 {expected}",
    en: "{user} cannot read the fact `{fact}`: its type is `{type}`, and {expected} is needed here",
  },
  "threshold-out-of-reach": {
    severity: "error",
    zh: "结果 `{outcome}` 要求得分达到 {threshold}，而最高只能得到 {most}",
    en: "the outcome `{outcome}` asks for a score of {threshold}, but the most that can be reached is {most}",
    hint: { zh: "核对各指标的满分与门槛", en: "check the points of the indicators against the threshold" },
  },
  "outside-unstated": {
    severity: "error",
    zh: "指标表 `{sheet}` 的得分可能超出 0 到 {points}（{least} 到 {most}），`{component}` 没有说明怎么处理",
    en: "the sheet `{sheet}` can leave 0 to {points} (it reaches {least} to {most}), and `{component}` does not say what happens then",
    hint: {
      zh: "写 `outside: keep`（照计）或 `outside: clamp`（截断）",
      en: "write `outside: keep` or `outside: clamp`",
    },
  },
  "component-may-vanish": {
    severity: "error",
    zh: "指标表 `{sheet}` 可能整张不适用，而方案由多个部分合成，没有规定这时怎么计分",
    en: "all of the sheet `{sheet}` may turn out not applicable, and the blend does not say what the score is then",
    hint: {
      zh: "至少保留一个总是适用的指标，或改用 `if_not_applicable: zero` 或 `full`",
      en: "keep one indicator that always applies, or write `if_not_applicable: zero` or `full`",
    },
  },
  "too-many-indicators": {
    severity: "error",
    zh: "方案合起来有 {count} 个指标，超过上限 {limit}",
    en: "the scheme blends {count} indicators, more than the limit of {limit}",
    hint: { zh: "同一张指标表不要用在许多部分里", en: "do not use one sheet in many components" },
  },
};
