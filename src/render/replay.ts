/** What came of computing records again, as text and as JSON. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import type { Language } from "../model/language.js";
import type {
  AuditFinding,
  AuditResult,
  ReplayCause,
  ReplayResult,
  ReplayVerdict,
  RubricPlace,
} from "../model/record.js";

/** A record by the name of its file. */
export interface ReplayedFile extends ReplayResult {
  readonly file: string;
  /** Where it was asked for. */
  readonly audit?: AuditResult;
}

export function renderReplayJson(records: readonly ReplayedFile[]): string {
  return jsonText({ format: "chengxin/replay@1", records });
}

export function renderReplay(records: readonly ReplayedFile[], lang: Language): string {
  return records.map((record) => `${recordLines(record, lang).join("\n")}\n`).join("\n");
}

function recordLines(
  { file, verdict, also, parts, causes, consequences, audit }: ReplayedFile,
  lang: Language,
): readonly string[] {
  const words = WORDS[lang];
  return [
    `${verdict}  ${harmless(file)}  ${words.verdict[verdict]}`,
    ...also.map((each) => `  ${each}  ${words.also[each]}`),
    ...parts.map((part) => `  ${words.part}${harmless(part)}`),
    ...causes.flatMap((cause) => causeLines(cause, lang).map((line) => `  ${line}`)),
    ...(consequences > 0 ? [`  ${words.consequences(consequences)}`] : []),
    ...(audit ? auditLines(audit, words).map((line) => `  ${line}`) : []),
  ];
}

/** A forged figure seldom stands alone: the first of them say where to look. */
const MOST_FINDINGS = 10;

function auditLines({ holds, findings, checked, taken }: AuditResult, words: Words): readonly string[] {
  if (holds) return [words.holds(checked), ...(taken > 0 ? [words.taken(taken)] : [])];
  const rest = findings.length - MOST_FINDINGS;
  return [
    words.broken(findings.length),
    ...findings.slice(0, MOST_FINDINGS).map((finding) => `  ${findingText(finding, words)}`),
    ...(rest > 0 ? [`  ${words.more(rest)}`] : []),
  ];
}

function findingText({ path, stated, follows }: AuditFinding, words: Words): string {
  const text = follows === null ? words.unfounded : words.differs(harmless(stated), harmless(follows));
  return `${harmless(path)}${words.colon}${text}`;
}

/** What it came to, how on both sides, and where the rubric says so. */
function causeLines({ id, kind, recorded, replayed, story, rubric }: ReplayCause, lang: Language): readonly string[] {
  const words = WORDS[lang];
  const side = (name: string, lines: readonly string[]): readonly string[] =>
    lines.map((line, i) => `  ${i === 0 ? `${name}${words.colon}` : "  "}${harmless(line)}`);
  return [
    `${words.kind[kind]} ${harmless(id)}${words.colon}${words.was} ${harmless(recorded)}${words.comma}${words.is} ${harmless(replayed)}`,
    ...side(words.was, story.recorded[lang]),
    ...side(words.is, story.replayed[lang]),
    ...(rubric ? [`  ${placeText(rubric, words)}`] : []),
  ];
}

function placeText({ id, version, file, path, line }: RubricPlace, words: Words): string {
  const place = file === null ? words.embedded : harmless(file);
  const at = line === null ? harmless(path) : String(line);
  return `--> ${place}:${at}  (${harmless(id)}@${harmless(version)})`;
}

interface Words {
  readonly verdict: Readonly<Record<ReplayVerdict, string>>;
  readonly also: Readonly<Record<ReplayResult["also"][number], string>>;
  readonly kind: Readonly<Record<ReplayCause["kind"], string>>;
  readonly part: string;
  readonly colon: string;
  readonly comma: string;
  readonly was: string;
  /** In place of a file. */
  readonly embedded: string;
  readonly is: string;
  readonly consequences: (count: number) => string;
  readonly holds: (checked: number) => string;
  readonly taken: (count: number) => string;
  readonly broken: (count: number) => string;
  readonly more: (count: number) => string;
  readonly differs: (stated: string, follows: string) => string;
  readonly unfounded: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    verdict: {
      MATCH: "重新计算，结果完全相同",
      MISMATCH: "记录没有被改动，但重新计算的结果不同",
      RECORD_ALTERED: "记录生成以后被改动过，或者不是公布的那一份，不再重新计算",
      INPUTS_ALTERED: "填报内容在记录生成以后被改动过，不再重新计算",
      RUBRIC_DIFFERS: "给出的标准与记录时的不同",
      RUBRIC_MISSING: "缺少计分所用的标准，或者它不能用，无法重新计算",
      NOT_REPLAYABLE: "没有被改动过，但已隐去个人信息，无法重新计算；可用 --audit 核对其余部分",
      UNSUPPORTED: "不是本程序能够复核的记录",
    },
    also: {
      ENGINE_DIFFERS: "记录时的程序是另一个版本",
      BYTES_DIFFER: "标准的文件有改动，但说的内容没有变",
      INPUTS_ALTERED: "填报内容也被改动过",
      RUBRIC_DIFFERS: "给出的标准与记录时的不同",
    },
    kind: { node: "起因：指标", condition: "起因：条件", scheme: "起因：方案" },
    part: "位置：",
    colon: "：",
    comma: "，",
    was: "记录为",
    embedded: "记录所附标准",
    is: "重新计算为",
    consequences: (count) => `另有 ${count} 处随之改变`,
    holds: (checked) => `只凭记录逐项核算：${checked} 处相符`,
    taken: (count) => `另有 ${count} 处没有旁证，按记录采信`,
    broken: (count) => `只凭记录逐项核算：${count} 处不符`,
    more: (count) => `还有 ${count} 处`,
    differs: (stated, follows) => `写的是 ${stated || "（无）"}，由其他内容得出的是 ${follows || "（无）"}`,
    unfounded: "记录里没有能够得出它的内容",
  },
  en: {
    verdict: {
      MATCH: "computed again, the same to the last digit",
      MISMATCH: "the record was not altered, and still something else comes out",
      RECORD_ALTERED: "altered after it was made, or not the record that was published, so it is not computed again",
      INPUTS_ALTERED: "the facts were altered after the record was made, so it is not computed again",
      RUBRIC_DIFFERS: "the rubrics given are not those of the record",
      RUBRIC_MISSING: "a rubric of the record is not there or cannot be used",
      NOT_REPLAYABLE:
        "not altered, but personal facts were taken out: it cannot be computed again; --audit checks the rest",
      UNSUPPORTED: "no record that this engine can compute again",
    },
    also: {
      ENGINE_DIFFERS: "recorded by another version of the engine",
      BYTES_DIFFER: "the file of a rubric was changed, and still says the same",
      INPUTS_ALTERED: "the facts were altered too",
      RUBRIC_DIFFERS: "the rubrics given are not those of the record",
    },
    kind: { node: "cause: indicator", condition: "cause: condition", scheme: "cause: scheme" },
    part: "at ",
    colon: ": ",
    comma: ", ",
    was: "recorded",
    embedded: "the rubric in the record",
    is: "now",
    holds: (checked) => `checked by itself: all ${checked} values follow from one another`,
    taken: (count) => `taken as they stand, since nothing else determines them: ${count}`,
    broken: (count) =>
      `checked by itself: ${count === 1 ? "1 place does" : `${count} places do`} not follow from the rest`,
    more: (count) => `and ${count} more`,
    differs: (stated, follows) => `says ${stated || "nothing"}, and ${follows || "nothing"} follows`,
    unfounded: "the record does not hold what it would follow from",
    consequences: (count) => (count === 1 ? "1 other place follows from it" : `${count} other places follow from it`),
  },
};
