/** One diagnostic code explained: what it says, what to do, lines that get it and the same lines put right. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import type { Example, Parts } from "../messages/examples/example.js";
import type { DiagnosticCode } from "../model/codes.js";
import type { Severity, Text } from "../model/diagnostic.js";
import type { Language } from "../model/language.js";

export interface CodePage {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is said to the bad lines; where only the pattern is known, its gaps are dots. */
  readonly message: Text;
  readonly hint?: Text;
  readonly example: Example;
  /** Whole files by name, for tools. */
  readonly bad: Readonly<Record<string, string>>;
  readonly good: Readonly<Record<string, string>>;
}

export function renderCodePage({ code, severity, message, hint, example }: CodePage, lang: Language): string {
  const words = WORDS[lang];
  const { given, bad, good, abridged } = example;
  const lines = [words.heading(code, severity), "", harmless(message[lang])];
  if (hint) lines.push(`${words.hint}${harmless(hint[lang])}`);
  if (given) lines.push("", words.given, ...shown(given, lang));
  lines.push("", words.bad, ...shown(bad, lang), "", words.good, ...shown(good, lang));
  if (abridged) lines.push("", `${words.abridged}${harmless(abridged[lang])}`);
  return `${lines.join("\n")}\n`;
}

/** `chengxin/code@1`. */
export function renderCodeJson({ code, severity, message, hint, example, bad, good }: CodePage): string {
  const { abridged } = example;
  return jsonText({
    format: "chengxin/code@1",
    code,
    severity,
    message,
    ...(hint && { hint }),
    bad,
    good,
    ...(abridged && { abridged }),
  });
}

/** Each part under the place where it stands. */
function shown(parts: Parts, lang: Language): readonly string[] {
  const places = (Object.keys(WORDS[lang].places) as (keyof Parts)[]).filter((place) => parts[place] !== undefined);
  if (places.length === 0) return [`  ${WORDS[lang].nothing}`];
  return places.flatMap((place) => [
    `  ${WORDS[lang].places[place]}`,
    ...linesOf(place, parts[place]!).map((line) => `    ${visible(line)}`.trimEnd()),
  ]);
}

function linesOf(place: keyof Parts, text: string): readonly string[] {
  return (place === "command" ? `chengxin ${text}` : text).replace(/\n$/, "").split("\n");
}

/** In an example what cannot be seen may be the very mistake. */
function visible(line: string): string {
  return harmless(line).replaceAll(UNSEEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

// Spaces that look like the ordinary one or like none at all, and marks that join the letter before them.
const UNSEEN = /\u00a0|[\u0300-\u036f]|[\u200b-\u200d]|\u2060|\u3000/gu;

interface PageWords {
  readonly heading: (code: string, severity: Severity) => string;
  readonly hint: string;
  readonly given: string;
  readonly bad: string;
  readonly good: string;
  readonly nothing: string;
  readonly abridged: string;
  /** In the order in which they are shown. */
  readonly places: Readonly<Record<keyof Parts, string>>;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  zh: {
    heading: (code, severity) => `${code}（${{ error: "错误", warning: "警告", info: "提示" }[severity]}）`,
    hint: "怎么改：",
    given: "已经写好的：",
    bad: "错误的写法：",
    good: "正确的写法：",
    nothing: "（什么也不用写）",
    abridged: "注：",
    places: {
      file: "指标表文件全文",
      sheet: "指标表的最外层",
      facts: "指标表的 `facts:` 下面",
      indicators: "指标表的 `indicators:` 下面",
      leaf: "指标表的一个指标里",
      scheme: "评价方案的最外层",
      other: "另一个文件全文",
      factSheet: "填报表的最外层",
      cases: "测试用例文件的最外层",
      value: "程序传入的值（JavaScript）",
      command: "命令行",
    },
  },
  en: {
    heading: (code, severity) => `${code} (${severity})`,
    hint: "help: ",
    given: "what stands there already:",
    bad: "wrong:",
    good: "right:",
    nothing: "(nothing at all)",
    abridged: "note: ",
    places: {
      file: "the whole file of the sheet",
      sheet: "at the top of the sheet",
      facts: "below `facts:` of the sheet",
      indicators: "below `indicators:` of the sheet",
      leaf: "in an indicator of the sheet",
      scheme: "at the top of the scheme",
      other: "another whole file",
      factSheet: "at the top of the fact sheet",
      cases: "at the top of the golden cases",
      value: "the value that a program passes (JavaScript)",
      command: "on the command line",
    },
  },
};
