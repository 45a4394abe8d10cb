/** `--help` and `--version`. */
import { readFile } from "node:fs/promises";
import type { Language } from "../model/language.js";
import type { Verb } from "./arguments.js";

export function help(lang: Language, verb?: Verb): string {
  return verb === undefined ? GENERAL[lang] : VERB[verb][lang];
}

export async function version(): Promise<string> {
  const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return manifest.version;
}

const COMMON: Readonly<Record<Language, string>> = {
  zh: `通用选项：
  --format text|json         输出格式，默认 text
  --output FILE              把结果写入文件
  --lang zh|en               信息的语言
  --fail-on error|warning|never
                             什么程度的发现使退出码为 1，默认 error
  --no-color                 不用颜色（目前从不使用颜色）
  --help, --version
退出码：0 完成；1 答案是“否”（发现错误）；2 没能完成。
`,
  en: `common options:
  --format text|json         what to print, text by default
  --output FILE              write the result to a file
  --lang zh|en               language of messages
  --fail-on error|warning|never
                             findings that make the exit code 1, error by default
  --no-color                 no colours (none are used so far)
  --help, --version
exit codes: 0 done; 1 the answer is no (errors found); 2 could not do the job.
`,
};

const GENERAL: Readonly<Record<Language, string>> = {
  zh: `chengxin：按公布的信用评价指标表精确计分

  chengxin check <文件或文件夹…>               检查指标表、评价方案和填报表
  chengxin score <填报表> [--rubrics DIR]      给一张填报表计分
  chengxin code [代码]                         说明一个错误代码；不写代码则列出全部

${COMMON.zh}`,
  en: `chengxin: exact scores from published credit-evaluation rubrics

  chengxin check <file or folder…>             check sheets, schemes and fact sheets
  chengxin score <facts> [--rubrics DIR]       score a fact sheet
  chengxin code [code]                         explain a diagnostic code, or list them all

${COMMON.en}`,
};

const VERB: Readonly<Record<Verb, Readonly<Record<Language, string>>>> = {
  check: {
    zh: `chengxin check <文件或文件夹…>

读入、校验并分析指标表与评价方案，一次列出全部发现；文件夹里的填报表（.facts.yaml）一并检查。

${COMMON.zh}`,
    en: `chengxin check <file or folder…>

Reads, validates and analyses sheets and schemes, and lists everything found at once; fact sheets (.facts.yaml) in a
folder are checked too.

${COMMON.en}`,
  },
  score: {
    zh: `chengxin score <填报表…> [--rubrics DIR]

给填报表计分。不写 --rubrics 时用随包附带的指标表；填报表写 - 表示从标准输入读。
文件夹会逐张计其中的填报表（.facts.yaml）；--format json 一次只接受一张。

${COMMON.zh}`,
    en: `chengxin score <facts…> [--rubrics DIR]

Scores fact sheets. Without --rubrics the shipped rubrics are used; - reads the fact sheet from standard input.
Of a folder every fact sheet (.facts.yaml) is scored; --format json takes one at a time.

${COMMON.en}`,
  },
  code: {
    zh: `chengxin code [代码]

说明一个代码：它说的是什么，怎么改，错误的写法和正确的写法。代码是“错误[…]”方括号里的词，例如 tier-gap。
不写代码时按阶段列出全部代码，每行一个。

${COMMON.zh}`,
    en: `chengxin code [code]

Explains a code: what it says, what to do, lines that are wrong and the same lines put right. The code is the word in
the brackets of "error[…]", such as tier-gap. Without a code all of them are listed by stage, one a line.

${COMMON.en}`,
  },
};
