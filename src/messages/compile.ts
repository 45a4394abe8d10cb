/** Words for what does not fit together between a scheme and its sheets. */
import type { CompileCode } from "../model/codes.js";
import type { CatalogueEntry } from "./diagnose.js";

export const compileMessages: Readonly<Record<CompileCode, CatalogueEntry>> = {
  "scheme-not-found": {
    severity: "error",
    zh: "找不到评价方案 `{scheme}`",
    en: "there is no scheme `{scheme}`",
    hint: {
      zh: "改成已载入的方案：`{known}`；方案在别处时，用 `--rubrics` 写明所在的文件夹",
      en: "name one that is loaded: `{known}`; if yours is elsewhere, name its folder with `--rubrics`",
    },
    hintWithoutList: {
      zh: "还没有载入任何方案；用 `--rubrics` 写明方案所在的文件夹",
      en: "no scheme is loaded at all; name the folder of the scheme with `--rubrics`",
    },
  },
  "version-ambiguous": {
    severity: "error",
    zh: "`{id}` 有多个版本（`{versions}`），无法确定用哪一个",
    en: "`{id}` is loaded in several versions (`{versions}`), and nothing says which one to use",
    hint: {
      zh: "是方案就写明版本，如 `scheme: {id}@{example}`；是指标表就在各版本里用 `effective:` 写明起止日期",
      en: "of a scheme name the version, as in `scheme: {id}@{example}`; versions of a sheet say in `effective:` when they apply",
    },
  },
  "version-not-in-force": {
    severity: "error",
    zh: "{as_of} 这一天，`{id}` 的各个版本都不在有效期内：{versions}",
    en: "on {as_of} no version of `{id}` is in force: {versions}",
    hint: {
      zh: "核对 `as_of:`，或核对各版本的 `effective:`；确实要用其中一个方案的，写明版本，如 `scheme: {id}@{example}`",
      en: "check `as_of:`, and `effective:` of the versions; to use a scheme out of its time name its version, as in `scheme: {id}@{example}`",
    },
  },
  "versions-overlap": {
    severity: "warning",
    zh: "`{id}` 的版本 {earlier} 和 {later} 同时有效：{days}",
    en: "versions {earlier} and {later} of `{id}` are in force together: {days}",
    hint: {
      zh: "让先的版本的 `effective: until` 停在后的版本 `from` 的前一天；否则那些天要写明版本才能评",
      en: "end the one on the day before the other begins, in `effective:`; on those days nothing says which one to use",
    },
  },
  "versions-gap": {
    severity: "warning",
    zh: "`{id}` 的版本 {earlier} 停用之后、版本 {later} 启用之前，没有有效的版本：{days}",
    en: "between versions {earlier} and {later} of `{id}` none is in force: {days}",
    hint: {
      zh: "核对两个版本的 `effective:`；中间确实停评过的，这样写没有错",
      en: "check `effective:` of both; if there was no evaluation in between, this is right as it is",
    },
  },
  "rubric-twice": {
    severity: "error",
    zh: "有两个文件都是 `{id}` 的版本 {version}",
    en: "two files call themselves version {version} of `{id}`",
    hint: {
      zh: "删去其中一个文件，或改掉其中一个的 `id:` 或 `version:`",
      en: "remove one of the files, or change the `id:` or `version:` of one of them",
    },
  },
  "rubric-broken": {
    severity: "error",
    zh: "`{file}` 里的 `{id}` 有错误，不能用来计分，也不用其他版本代替",
    en: "`{id}` in `{file}` has errors: it cannot be used for scoring, and no other version takes its place",
    hint: {
      zh: "用 `chengxin check {file}` 查看错误，改正后再计分",
      en: "see what is wrong with `chengxin check {file}`, and mend it first",
    },
  },
  "sheet-not-found": {
    severity: "error",
    zh: "`{component}` 要用的指标表 `{sheet}` 没有载入",
    en: "`{component}` needs the sheet `{sheet}`, which is not loaded",
    hint: {
      zh: "改成已载入的指标表：`{known}`；或把 `{sheet}` 的文件放到同一个文件夹",
      en: "name one that is loaded: `{known}`; or put the file of `{sheet}` into the same folder",
    },
    hintWithoutList: {
      zh: "把 `{sheet}` 的文件放到方案所在的文件夹",
      en: "put the file of `{sheet}` into the folder of the scheme",
    },
  },
  "category-without-sheet": {
    severity: "warning",
    zh: "`{component}` 可选的类别（`{categories}`）还没有任何指标表",
    en: "no loaded sheet has a category that `{component}` may choose from (`{categories}`)",
    hint: {
      zh: "让 `one_of:` 与指标表的 `category:` 写得一样，或载入这个类别的指标表",
      en: "write in `one_of:` what the sheets say in `category:`, or load a sheet of this category",
    },
  },
  "fact-not-declared": {
    severity: "error",
    zh: "用到了没有声明的事实 `{fact}`",
    en: "the fact `{fact}` is used here, but no `facts:` declares it",
    hint: {
      zh: "在 `facts:` 下声明 `{fact}`，或改成已有的事实名：`{nearest}`",
      en: "declare `{fact}` under `facts:`, or use the name of a declared fact: `{nearest}`",
    },
    hintWithoutList: {
      zh: "在 `facts:` 下声明它，例如 `{fact}: { type: boolean }`",
      en: "declare it under `facts:`, as in `{fact}: { type: boolean }`",
    },
  },
  "fact-conflict": {
    severity: "error",
    zh: "事实 `{fact}` 在 `{first}` 与 `{second}` 中的声明不一致（`{difference}`）",
    en: "the fact `{fact}` is declared differently in `{first}` and in `{second}` (`{difference}`)",
    hint: {
      zh: "让两处的 `{difference}` 写得一样；若本来是两件事，给其中一个改名",
      en: "make `{difference}` the same in both; if they are two different things, rename one of them",
    },
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
    zh: "`{user}` 的条件不适合事实 `{fact}`：它的类型是 `{type}`，这样写需要 `{expected}`",
    en: "the condition of `{user}` does not fit the fact `{fact}`: its type is `{type}`, and this needs `{expected}`",
    hint: {
      zh: "换成适合这个类型的写法：是否 `is: true`，选项 `in: [甲, 乙]`，数 `at_least: 3`，日期 `full_years: { at_least: 3 }`",
      en: "ask what fits the type: yes or no `is: true`, options `in: [a, b]`, numbers `at_least: 3`, dates `full_years: { at_least: 3 }`",
    },
  },
  "indicator-not-found": {
    severity: "error",
    zh: "方案所用的指标表里没有指标 `{indicator}`",
    en: "no sheet of the scheme has an indicator `{indicator}`",
    hint: {
      zh: "是不是想写 `{nearest}`？",
      en: "did you mean `{nearest}`?",
    },
    hintWithoutList: {
      zh: "写指标的编号，例如 `B2` 或 `base/B2`；问整张表就写部分的编号，例如 `base`",
      en: "write the id of an indicator, such as `B2` or `base/B2`; for a whole sheet that of its component, such as `base`",
    },
  },
  "indicator-ambiguous": {
    severity: "error",
    zh: "`{indicator}` 不止一个：`{known}`",
    en: "there are several indicators `{indicator}`: `{known}`",
    hint: {
      zh: "在前面写上部分的编号，例如 `{example}`",
      en: "put the component before it, as in `{example}`",
    },
  },
  "threshold-out-of-reach": {
    severity: "error",
    zh: "结果 `{outcome}` 要求得分达到 {threshold}，而最高只能得到 {most}",
    en: "the outcome `{outcome}` asks for a score of {threshold}, but the most that can be reached is {most}",
    hint: {
      zh: "核对各指标能得的分、`cap:` 和权重，或把门槛降到 `{most}` 以下",
      en: "check what the indicators can earn, their `cap:` and the weights, or lower the threshold to `{most}`",
    },
  },
  "outside-unstated": {
    severity: "error",
    zh: "指标表 `{sheet}` 的得分可能超出 0 到 {points}（可以是 {least} 到 {most}），`{component}` 没有说明怎么处理",
    en: "the sheet `{sheet}` can leave 0 to {points} (it reaches {least} to {most}), and `{component}` does not say what happens then",
    hint: {
      zh: "加上 `outside: clamp`（不低于 0，不超过满分）或 `outside: keep`（照实计入）",
      en: "add `outside: clamp` (never below 0 or above the points) or `outside: keep` (counted as it is)",
    },
  },
  "condition-twice": {
    severity: "error",
    zh: "`{first}` 和指标表 `{second}` 都有编号为 `{condition}` 的申报条件",
    en: "`{first}` and the sheet `{second}` both have a condition `{condition}`",
    hint: { zh: "请在其中一份里换一个编号", en: "give one of them another id" },
  },
  "sheet-eligibility-unasked": {
    severity: "warning",
    zh: "指标表 `{sheets}` 有自己的申报条件，而方案的结论都不问 `eligibility`，满不满足都一样",
    en: "`{sheets}` has conditions of its own, and no outcome of the scheme asks for `eligibility`, so they change nothing",
    hint: {
      zh: "在 `outcomes:` 里加一个 `when: { eligibility: ineligible }` 的结论",
      en: "add an outcome with `when: { eligibility: ineligible }`",
    },
  },
  "deduction-may-raise": {
    severity: "error",
    zh: "`{component}` 是扣分，而指标表 `{sheet}` 可以得负分（最低 {least}），扣负分就成了加分",
    en: "`{component}` is a deduction, and the sheet `{sheet}` can fall to {least}: taking that away would add points",
    hint: {
      zh: "写 `outside: clamp`，或在指标表里写 `floor: 0`",
      en: "write `outside: clamp`, or `floor: 0` in the sheet",
    },
  },
  "component-may-vanish": {
    severity: "error",
    zh: "指标表 `{sheet}` 可能整张不适用，而方案由多个部分合成，没有规定这时怎么计分",
    en: "all of the sheet `{sheet}` may turn out not applicable, and the blend does not say what the score is then",
    hint: {
      zh: "在方案里写 `renormalise: true`（权重除以适用部分的权重之和）或 `renormalise: none`，或在 `{component}` 里写 `if_not_applicable: full`（计满分）或 `zero`（计 0 分）",
      en: "write `renormalise: true` (weights divided by the sum of those that apply) or `renormalise: none` in the scheme, or `if_not_applicable: full` or `zero` on `{component}`",
    },
  },
  "too-many-indicators": {
    severity: "error",
    zh: "方案合起来有 {count} 个指标，超过上限 {limit}",
    en: "the scheme blends {count} indicators, more than the limit of {limit}",
    hint: {
      zh: "在 `blend:` 里少用几张表，同一张指标表不要用在许多部分里",
      en: "blend fewer sheets, and do not use one sheet in many components",
    },
  },
  "instance-fact-outside": {
    severity: "error",
    zh: "`{user}` 用到 `{fact}`，但它是 `{list}` 里每一个各有的，在这里没有一个确定的值",
    en: "`{user}` reads `{fact}`, which each of `{list}` has for itself: here it has no one value",
    hint: {
      zh: "把 `{user}` 放到 `each: {list}` 的一组指标里；若 `{fact}` 是企业本身的事实，删去它声明里的 `each:`",
      en: "put `{user}` into a group with `each: {list}`; if `{fact}` is the enterprise's own, delete `each:` in its declaration",
    },
  },
  "indicator-of-instances": {
    severity: "error",
    zh: "`{key}: {indicator}` 问的是按 `{list}` 逐个计分的 `{group}` 里面，每一个的得分各不相同",
    en: "`{key}: {indicator}` asks about the inside of `{group}`, which is scored for each of `{list}`: there is not one answer",
    hint: {
      zh: "改问合成以后的得分：`indicator: {group}`",
      en: "ask about what they make together: `indicator: {group}`",
    },
  },
  "instances-alike": {
    severity: "warning",
    zh: "`{indicator}` 按 `{list}` 逐个计分，但里面没有用到任何一个各有的事实，每一个的得分都一样",
    en: "`{indicator}` is scored for each of `{list}`, but nothing in it reads what they have for themselves: all come out alike",
    hint: {
      zh: "在它用到的事实的声明里写 `each: {list}`，或删去这里的 `each:`",
      en: "say `each: {list}` in the declarations of the facts it reads, or delete `each:` here",
    },
  },
  "instances-not-used": {
    severity: "warning",
    zh: "声明了清单 `{list}`，但没有一组指标按它逐个计分",
    en: "the list `{list}` is declared, but no group is scored for each of its entries",
    hint: {
      zh: "删去这条声明，或在一组指标里写 `each: {list}`",
      en: "remove the declaration, or write `each: {list}` in a group",
    },
  },
  "each-too-large": {
    severity: "error",
    zh: "逐个计分的指标合起来有 {count} 个，超过上限 {limit}",
    en: "the groups that are scored for each instance hold {count} indicators, more than the limit of {limit}",
    hint: {
      zh: "与各个实例无关的指标，移到 `each:` 以外",
      en: "move what does not depend on the instance out of the groups with `each:`",
    },
  },
};
