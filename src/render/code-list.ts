/** Every diagnostic code on one line, by the stage that finds it. */
import { jsonText } from "../base/json-text.js";
import { padEnd } from "../base/width.js";
import { catalogue } from "../messages/catalogue.js";
import { caseMessages } from "../messages/cases.js";
import { cliMessages } from "../messages/cli.js";
import { compileMessages } from "../messages/compile.js";
import type { CatalogueEntry } from "../messages/diagnose.js";
import { parseMessages } from "../messages/parse.js";
import { scoreMessages } from "../messages/score.js";
import { validateMessages } from "../messages/validate.js";
import type { DiagnosticCode } from "../model/codes.js";
import type { Text } from "../model/diagnostic.js";
import type { Language } from "../model/language.js";

export const codes = Object.keys(catalogue) as readonly DiagnosticCode[];

export function renderCodeList(lang: Language): string {
  const width = Math.max(...codes.map((code) => code.length));
  const groups = STAGES.map(({ title, codes }) => {
    const lines = codes.map((code) => `  ${padEnd(code, width)}  ${patternOf(catalogue[code])[lang]}`);
    return `${title[lang]}\n${lines.join("\n")}\n`;
  });
  return groups.join("\n");
}

/** `chengxin/codes@1`. */
export function renderCodeListJson(): string {
  const entries = STAGES.flatMap(({ stage, codes }) =>
    codes.map((code) => ({ code, stage, severity: catalogue[code].severity, message: patternOf(catalogue[code]) })),
  );
  return jsonText({ format: "chengxin/codes@1", codes: entries });
}

/** The sentence of a code before anything is known: dots in its gaps. */
export function patternOf({ zh, en }: Pick<CatalogueEntry, "zh" | "en">): Text {
  return { zh: dotted(zh), en: dotted(en) };
}

function dotted(sentence: string): string {
  return sentence.replaceAll(/\{\w+\}/g, "…");
}

const staged = (stage: string, messages: Partial<typeof catalogue>, zh: string, en: string) => ({
  stage,
  codes: Object.keys(messages) as readonly DiagnosticCode[],
  title: { zh, en },
});

const STAGES = [
  staged("parse", parseMessages, "读取文件", "reading files"),
  staged("validate", validateMessages, "检查每个文件的内容", "checking what each file says"),
  staged("compile", compileMessages, "把评价方案与指标表连接起来", "linking schemes with their sheets"),
  staged("score", scoreMessages, "按填报表计分", "scoring fact sheets"),
  staged("cases", caseMessages, "测试用例", "golden cases"),
  staged("cli", cliMessages, "命令行", "the command line"),
  staged("any", { "findings-left-out": catalogue["findings-left-out"] }, "各个阶段", "any stage"),
];
