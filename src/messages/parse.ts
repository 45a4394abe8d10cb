/** Words for what is found while reading a text. */
import type { ParseCode } from "../model/codes.js";
import type { CatalogueEntry } from "./diagnose.js";

const saveAsUtf8 = {
  zh: "在编辑器里选“另存为”，编码选 UTF-8",
  en: "save it again from your editor, with the encoding UTF-8",
};
const ordinarySpaces = { zh: "改成普通空格，每层两个", en: "replace it by ordinary spaces, two a level" };

export const parseMessages: Readonly<Record<ParseCode, CatalogueEntry>> = {
  "not-utf8": {
    severity: "error",
    zh: "文件不是 UTF-8 编码，第 {line} 行起读不出文字",
    en: "the file is not UTF-8: from line {line} on its bytes are no text",
    hint: saveAsUtf8,
  },
  "encoding-gbk": {
    severity: "error",
    zh: "文件不是 UTF-8，看起来是 GBK 编码，第 {line} 行应为 `{text}`",
    en: "the file is not UTF-8; it looks like GBK, line {line} would then read `{text}`",
    hint: saveAsUtf8,
  },
  "encoding-utf-16": {
    severity: "error",
    zh: "文件是 UTF-16 编码（记事本里叫“Unicode”）",
    en: "the file is UTF-16, which Notepad calls “Unicode”",
    hint: saveAsUtf8,
  },
  "cr-newline": {
    severity: "error",
    zh: "换行符是旧 Mac 格式（只有 CR），整个文件会被读成一行",
    en: "lines end with a lone CR, as on an old Mac, so the whole file reads as one line",
    hint: { zh: "在编辑器里把行尾改成 LF 再保存", en: "set the line ending to LF in your editor and save" },
  },
  "empty-file": {
    severity: "error",
    zh: "文件里除了注释什么也没有",
    en: "there is nothing in the file, or nothing but comments",
    hint: { zh: "从 `kind: sheet` 这样的一行写起", en: "begin with a line such as `kind: sheet`" },
  },

  "too-large": {
    severity: "error",
    zh: "文件超过 {limit}，不再读取",
    en: "the file is larger than {limit} and was not read",
    hint: {
      zh: "删去用不着的内容，或拆成几个文件；方案按编号引用指标表",
      en: "take out what is not needed, or split it: a scheme names its sheets by id",
    },
  },
  "too-deep": {
    severity: "error",
    zh: "从这里起嵌套超过 {limit} 层",
    en: "from here on the text is nested more than {limit} levels deep",
    hint: {
      zh: "减少层级；也请检查括号是否都已闭合",
      en: "use fewer levels, and look for brackets that are never closed",
    },
  },
  "too-many-entries": {
    severity: "error",
    zh: "同一个列表或同一层的键超过 {limit} 项",
    en: "one list or map has more than {limit} entries",
    hint: { zh: "把内容分到几个列表或几个文件里", en: "spread the entries over several lists or files" },
  },
  "too-many-tokens": {
    severity: "error",
    zh: "文件里的键、值和符号超过 {limit} 个，读到这里为止",
    en: "the file has more than {limit} keys, values and signs; reading stopped here",
    hint: { zh: "拆成几个文件", en: "split it into several files" },
  },

  "several-documents": {
    severity: "error",
    zh: "一个文件只能放一份文档，这里开始了第二份",
    en: "a file holds one document, and here a second one begins",
    hint: { zh: "把 `---` 之后的内容移到另一个文件", en: "move what follows `---` to a file of its own" },
  },
  anchor: {
    severity: "error",
    zh: "以 `&` 开头的 `{text}` 会被当成 YAML 锚点，文字会丢失",
    en: "`{text}` begins with `&`, so YAML takes it for an anchor and the words are lost",
    hint: {
      zh: '若是正文，请加半角引号，例如 `"&必选 甲"`；不支持锚点',
      en: 'if it is text, quote it: `"&R & D"`; anchors are not supported',
    },
  },
  alias: {
    severity: "error",
    zh: "以 `*` 开头的 `{text}` 会被当成 YAML 引用",
    en: "`{text}` begins with `*`, so YAML takes it for a reference",
    hint: {
      zh: '若是正文，请加半角引号，例如 `"*必选项"`；若是引用，请把内容重写一遍',
      en: 'if it is text, quote it: `"*required"`; if a reference was meant, write the content out',
    },
  },
  tag: {
    severity: "error",
    zh: "以 `!` 开头的文字会被当成 YAML 类型标记",
    en: "what begins with `!` is taken for a YAML tag",
    hint: {
      zh: '若是正文，请加半角引号，例如 `"!必填"`；不支持类型标记',
      en: 'if it is text, quote it: `"!important"`; tags are not supported',
    },
  },
  directive: {
    severity: "error",
    zh: "不允许 `%` 开头的 YAML 指令 `{text}`，它会改变整份文件的读法",
    en: "the directive `{text}` would change how the whole file is read",
    hint: { zh: "删掉这一行", en: "delete this line" },
  },
  "merge-key": {
    severity: "error",
    zh: "不支持用 `<<` 合并",
    en: "merging with `<<` is not supported",
    hint: { zh: "把要合并的键逐个写出来", en: "write out the keys that it would merge" },
  },

  "duplicate-key": {
    severity: "error",
    zh: "同一处写了两次 `{key}`",
    en: "`{key}` is written twice in the same place",
    hint: { zh: "留下一个，删去另一个", en: "keep one and delete the other" },
  },
  "key-not-text": {
    severity: "error",
    zh: "冒号前的键应是一段文字，这里却带着括号",
    en: "a key is a piece of text, but here stands a list or a map",
    hint: {
      zh: "键只写文字，不加 `[ ]` 或 `{ }`，例如 `A: 5`",
      en: "write the key alone, without `[ ]` or `{ }`, as in `A: 5`",
    },
  },
  "key-missing": {
    severity: "error",
    zh: "冒号前面没有键名",
    en: "there is no key in front of the colon",
    hint: { zh: "在冒号前写上键名，例如 `id: A1`", en: "write the key before it, as in `id: A1`" },
  },
  "invisible-in-key": {
    severity: "error",
    zh: "键名里有看不见或看似空格的字符 {character}",
    en: "the key contains {character}, which cannot be seen or looks like a space",
    hint: { zh: "删掉这个字符，或把键名重新输入一遍", en: "delete the character, or type the key again" },
  },

  "full-width-colon": {
    severity: "error",
    zh: "键后面用了全角冒号“：”",
    en: "the key is followed by a full-width colon (U+FF1A)",
    hint: {
      zh: "改成半角冒号加一个空格，例如 `id: A1`；若整段是正文，请加半角引号",
      en: "type an ordinary colon and a space, as in `id: A1`; if it is all text, quote it",
    },
  },
  "full-width-comma": {
    severity: "error",
    zh: "括号里用了全角逗号“，”，几项会被读成一项",
    en: "a full-width comma (U+FF0C) between brackets joins what it should separate",
    hint: {
      zh: "改成半角逗号加一个空格，例如 `[甲, 乙]`；若逗号是正文，请加半角引号",
      en: "type an ordinary comma and a space, as in `[a, b]`; if the comma is text, quote the value",
    },
  },
  "full-width-dash": {
    severity: "error",
    zh: "列表符号是全角的“－”",
    en: "the list entry begins with a full-width dash (U+FF0D)",
    hint: { zh: "改成半角短横加一个空格，例如 `- id: A1`", en: "type an ordinary dash and a space, as in `- id: A1`" },
  },
  "dash-without-space": {
    severity: "error",
    zh: "短横 `-` 后面缺少空格",
    en: "no space follows the dash `-`",
    hint: { zh: "在短横后加一个空格，例如 `- id: A1`", en: "type a space behind it, as in `- id: A1`" },
  },
  "full-width-hash": {
    severity: "error",
    zh: "注释符号是全角的“＃”",
    en: "the comment begins with a full-width number sign (U+FF03)",
    hint: { zh: "改成半角 `#`，例如 `# 注释`", en: "type an ordinary one, as in `# note`" },
  },
  "wide-space-indentation": {
    severity: "error",
    zh: "缩进里有全角空格或不换行空格 {character}",
    en: "the indentation contains {character} instead of ordinary spaces",
    hint: ordinarySpaces,
  },
  "wide-space-after-colon": {
    severity: "error",
    zh: "冒号后面是全角空格或不换行空格 {character}",
    en: "the colon is followed by {character} instead of an ordinary space",
    hint: { zh: "改成一个普通空格，例如 `points: 10`", en: "type one ordinary space, as in `points: 10`" },
  },
  "colon-without-space": {
    severity: "error",
    zh: "冒号后面少一个空格，后面的括号或引号会被当成键的一部分",
    en: "a space is missing behind the colon, so YAML takes the bracket or quote for a part of the key",
    hint: { zh: "在冒号后面加一个空格，例如 `ok: { value: true }`", en: "type a space, as in `ok: { value: true }`" },
  },
  "tab-indentation": {
    severity: "error",
    zh: "缩进里有制表符（Tab）",
    en: "the indentation contains a tab",
    hint: ordinarySpaces,
  },
  "control-character": {
    severity: "error",
    zh: "文本里有看不见的控制字符 {character}，共 {count} 处",
    en: "the text contains the invisible control character {character}, {count} in all",
    hint: { zh: "删掉它；多半是粘贴时带进来的", en: "delete it; most likely it came with something pasted" },
  },
  "lone-surrogate": {
    severity: "error",
    zh: "半个字符 {character} 不成文字，共 {count} 处",
    en: "{character} is half a character and stands for nothing, {count} in all",
    hint: {
      zh: '直接写出这个字，或写全一对转义，例如 `"\\ud83d\\ude00"`',
      en: 'write the character itself, or both escapes: `"\\ud83d\\ude00"`',
    },
  },

  "missing-colon": {
    severity: "error",
    zh: "`{text}` 处在键的位置，后面却没有冒号加空格",
    en: "`{text}` stands where a key should be, but no colon and space follow it",
    hint: {
      zh: "写成 `points: 10` 的样子；若它属于上一行的值，请加缩进或引号",
      en: "write it like `points: 10`; if it belongs to the value above, indent or quote it",
    },
  },
  "colon-in-value": {
    severity: "error",
    zh: "值 `{text}` 里有半角冒号加空格，会被当成新的键",
    en: "the value `{text}` contains a colon and a space, so YAML takes part of it for a key",
    hint: {
      zh: '给整个值加半角引号，例如 `"注意: 不含税"`，或把这个冒号改成全角的“：”',
      en: 'quote the whole value, as in `"note: without tax"`',
    },
  },
  "value-needs-quotes": {
    severity: "error",
    zh: "值 `{text}` 以 `{sign}` 开头，这个符号在 YAML 里另有含义",
    en: "the value `{text}` begins with `{sign}`, which means something else in YAML",
    hint: { zh: '给整个值加半角引号，例如 `">=80"`', en: 'quote the whole value, as in `">=80"`' },
  },
  "text-after-value": {
    severity: "error",
    zh: "值已经结束，后面还有 `{text}`",
    en: "the value has ended, but `{text}` follows it",
    hint: {
      zh: "把整个值放进一对半角引号，里面的引号改用“”；注释前要有空格",
      en: "put the whole value in one pair of quotes, and a space before any comment",
    },
  },
  "bad-indentation": {
    severity: "error",
    zh: "`{text}` 的缩进与同一层的其他行不一致",
    en: "`{text}` is not indented like the other lines of its level",
    hint: { zh: "同一层的键或 `-` 要对齐到同一列", en: "let the keys or the `-` of one level begin in one column" },
  },
  "list-beside-key": {
    severity: "error",
    zh: "列表的 `-` 不能写在键的同一行",
    en: "a list that begins with `-` cannot start on the line of its key",
    hint: { zh: "换一行再写 `- `，或写成 `[甲, 乙]`", en: "start it on the next line, or write `[a, b]`" },
  },
  "unclosed-quote": {
    severity: "error",
    zh: "引号 `{quote}` 没有闭合",
    en: "the quote `{quote}` is never closed",
    hint: { zh: "在值的末尾补上同样的引号", en: "type the same quote at the end of the value" },
  },
  "unclosed-bracket": {
    severity: "error",
    zh: "括号 `{opened}` 没有用 `{closing}` 闭合",
    en: "the bracket `{opened}` is not closed by `{closing}`",
    hint: {
      zh: '补上 `{closing}`；若是区间等正文，请加半角引号，例如 `"[60, 80)"`',
      en: 'type `{closing}`; if it is text, such as an interval, quote it: `"[60, 80)"`',
    },
  },
  "missing-comma": {
    severity: "error",
    zh: "括号里 `{text}` 这里缺少逗号",
    en: "a comma is missing at `{text}`, between two entries in brackets",
    hint: {
      zh: "各项之间写 `, `，例如 `{ id: A1, points: 5 }`",
      en: "separate entries with `, `, as in `{ id: A1, points: 5 }`",
    },
  },
  "stray-comma": {
    severity: "error",
    zh: "逗号前面没有内容",
    en: "there is nothing in front of this comma",
    hint: { zh: "删掉多余的逗号", en: "delete the comma" },
  },
  "bad-escape": {
    severity: "error",
    zh: "双引号里的反斜杠另有含义，`{text}` 不是能用的写法",
    en: "a backslash between double quotes begins an escape, and `{text}` is none",
    hint: {
      zh: "把双引号改成单引号，例如 `'D:\\台账'`，或把反斜杠写成 `\\\\`",
      en: "use single quotes, as in `'D:\\files'`, or write the backslash as `\\\\`",
    },
  },
  "yaml-syntax": {
    severity: "error",
    zh: "`{text}` 这里不合 YAML 的写法",
    en: "`{text}` is not YAML in this place",
    hint: {
      zh: "请对照上下几行的冒号、缩进和引号；若整段是正文，请加半角引号",
      en: "compare colons, indentation and quotes with the lines around it; if it is all text, quote it",
    },
  },
};
