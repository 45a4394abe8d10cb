/** The fixed words of the printed assessment, in both languages. */
import type {
  Adjustment,
  ConditionResult,
  EligibilityStatus,
  FactState,
  NodeResult,
  NodeStatus,
} from "../model/assessment.js";
import type { Language } from "../model/language.js";

export interface Words {
  readonly subject: string;
  readonly unnamed: string;
  readonly asOf: string;
  readonly role: string;
  readonly outcome: string;
  /** Behind what it belongs to. */
  readonly bracketed: (text: string) => string;
  readonly colon: string;
  readonly semicolon: string;
  readonly open: (possible: readonly string[]) => string;
  readonly score: string;
  readonly shown: string;
  readonly between: string;
  readonly nothingScored: string;
  readonly threshold: string;
  readonly band: string;
  readonly scoreBand: string;
  readonly vetoed: string;
  readonly vetoOpen: string;
  readonly noVeto: string;
  readonly margin: string;
  readonly eligibility: string;
  readonly eligibilityStatus: Readonly<Record<EligibilityStatus, string>>;
  readonly conditionStatus: Readonly<Record<ConditionResult["status"], string>>;
  readonly preferences: string;
  readonly materials: string;
  readonly complete: string;
  readonly lacking: (missing: readonly string[]) => string;
  readonly indicator: string;
  readonly title: string;
  readonly points: string;
  readonly awarded: string;
  readonly contribution: string;
  readonly remark: string;
  readonly total: string;
  readonly notNamed: string;
  readonly nodeStatus: Readonly<Record<Exclude<NodeStatus, "scored">, string>>;
  /** Beside what does not count towards the points. */
  readonly countsAs: Readonly<Record<"bonus" | "deduction", string>>;
  readonly adjustment: Readonly<Record<Adjustment["cause"], string>>;
  readonly rescale: string;
  readonly combine: Readonly<Record<NonNullable<NodeResult["combine"]>, string>>;
  readonly weight: string;
  readonly outside: Readonly<Record<"bonus" | "deduction", string>>;
  readonly factState: Readonly<Record<Exclude<FactState, "given">, string>>;
  readonly findings: string;
  readonly severity: Readonly<Record<"error" | "warning", string>>;
  readonly draftedNote: (rubrics: readonly string[]) => string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    subject: "企业：",
    unnamed: "未写明",
    asOf: "评价日：",
    role: "角色：",
    outcome: "结论：",
    bracketed: (text) => `（${text}）`,
    colon: "：",
    semicolon: "；",
    open: (possible) => `未定，可能是 ${possible.join("、")}`,
    score: "得分：",
    shown: "显示为",
    between: "未定，介于",
    nothingScored: "没有任何适用的指标，不计分",
    threshold: "门槛：",
    band: "等级：",
    scoreBand: "按得分为 ",
    vetoed: "一票否决：",
    vetoOpen: "未定",
    noVeto: "没有",
    margin: "与门槛之差：",
    eligibility: "申报条件：",
    eligibilityStatus: { eligible: "符合", ineligible: "不符合", undetermined: "尚不能确定" },
    conditionStatus: { satisfied: "符合　", failed: "不符合", unknown: "未定　", "not-applicable": "不适用" },
    preferences: "优先情形：",
    materials: "申报材料：",
    complete: "齐全",
    lacking: (missing) => `还缺 ${missing.join("；")}`,
    indicator: "指标",
    title: "名称",
    points: "分值",
    awarded: "得分",
    contribution: "计入总分",
    remark: "说明",
    total: "合计",
    notNamed: "尚未选定指标表",
    nodeStatus: { unknown: "未定", invalid: "填报有误", "not-applicable": "不适用" },
    countsAs: { bonus: "加分", deduction: "扣分" },
    adjustment: {
      coefficient: "系数",
      effect: "连带规定",
      floor: "扣完为止（下限）",
      cap: "封顶（上限）",
      rounding: "舍入",
      offset: "不适用时按规定计分",
    },
    rescale: "换算",
    combine: { mean: "取平均", weighted_mean: "加权平均", min: "取最低", max: "取最高" },
    weight: "权重 ",
    outside: { bonus: "加分", deduction: "扣分" },
    factState: { unknown: "未填报", missing: "确认没有", invalid: "填报有误" },
    findings: "发现的问题：",
    severity: { error: "错误", warning: "警告" },
    draftedNote: (rubrics) => `注意：以下是草拟稿，不是官方发布的指标表：${rubrics.join("、")}。`,
  },
  en: {
    subject: "enterprise: ",
    unnamed: "not named",
    asOf: "as of: ",
    role: "role: ",
    outcome: "outcome: ",
    bracketed: (text) => ` (${text})`,
    colon: ": ",
    semicolon: "; ",
    open: (possible) => `open, one of ${possible.join(", ")}`,
    score: "score: ",
    shown: "shown as",
    between: "open, between",
    nothingScored: "nothing applies, so there is no score",
    threshold: "threshold: ",
    band: "band: ",
    scoreBand: "by the score alone ",
    vetoed: "veto: ",
    vetoOpen: "open",
    noVeto: "none",
    margin: "margin ",
    eligibility: "eligibility: ",
    eligibilityStatus: { eligible: "eligible", ineligible: "ineligible", undetermined: "undetermined" },
    conditionStatus: {
      satisfied: "satisfied     ",
      failed: "failed        ",
      unknown: "unknown       ",
      "not-applicable": "not applicable",
    },
    preferences: "preferences:",
    materials: "materials: ",
    complete: "complete",
    lacking: (missing) => `missing ${missing.join("; ")}`,
    indicator: "indicator",
    title: "title",
    points: "points",
    awarded: "awarded",
    contribution: "contribution",
    remark: "remark",
    total: "score",
    notNamed: "no sheet named yet",
    nodeStatus: { unknown: "open", invalid: "invalid facts", "not-applicable": "not applicable" },
    countsAs: { bonus: "bonus", deduction: "deduction" },
    adjustment: {
      coefficient: "coefficient",
      effect: "effect",
      floor: "floor",
      cap: "cap",
      rounding: "rounding",
      offset: "stays in although not applicable",
    },
    rescale: "rescaled",
    combine: { mean: "mean", weighted_mean: "weighted mean", min: "the least", max: "the greatest" },
    weight: "weight ",
    outside: { bonus: "bonus", deduction: "deduction" },
    factState: { unknown: "not supplied", missing: "missing for good", invalid: "unusable" },
    findings: "findings:",
    severity: { error: "error", warning: "warning" },
    draftedNote: (rubrics) => `Note: drafts, not officially published tables: ${rubrics.join(", ")}.`,
  },
};
