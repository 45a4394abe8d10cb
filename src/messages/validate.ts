/** Words for what a rubric or fact sheet says wrongly. */
import type { ValidateCode } from "../model/codes.js";
import type { Severity, Text } from "../model/diagnostic.js";
import type { CatalogueEntry } from "./diagnose.js";

/** Hints that depend on what was found. */
export const hints = {
  didYouMean: { zh: "您是不是要写 `{nearest}`？", en: "did you mean `{nearest}`?" },
  allowedKeys: { zh: "这里可以写：`{allowed}`", en: "keys that can stand here: `{allowed}`" },
  oneOfThese: { zh: "可以写：`{allowed}`", en: "write one of: `{allowed}`" },
  writeInstead: { zh: "请写 `{instead}`", en: "write `{instead}`" },
  plainNumber: { zh: "请写十进制数，例如 `80` 或 `0.30`", en: "write a plain decimal number, such as `80` or `0.30`" },
  noEnd: {
    zh: "请写十进制数；若意思是没有上下限，请删去这个键",
    en: "write a plain decimal number; where there is no limit, delete the key",
  },
  percent: {
    zh: "表示份额请写 `{share}`；以百分数计的事实请写 `{number}`",
    en: "write `{share}` for a share, or `{number}` for a fact that is counted in percent",
  },
  joinConditions: {
    zh: "请分成几个条件，用 `all` 或 `any` 连起来",
    en: "make them separate conditions, joined by `all` or `any`",
  },
  onlyBonus: {
    zh: "只有 `counts_as: bonus` 的指标才写 `absorbed_by`",
    en: "only an indicator with `counts_as: bonus` says `absorbed_by`",
  },
  refusedBy: {
    ordinary: { zh: "请删去这一行", en: "delete the line" },
    bonus: {
      zh: "请删去：加分不适用就是不加，不占分值",
      en: "delete it: a bonus that does not apply is simply not added",
    },
    deduction: {
      zh: "请删去：扣分没有满分，得分最高是 0，只写最低扣到多少（`floor`）",
      en: "delete it: a deduction has no points of its own and is at most 0; it only says how far down it goes, with `floor`",
    },
  },
  letThrough: {
    zh: "请在 `{group}` 写 `cap: none`，或把这一项移到指标表的第一级",
    en: "write `cap: none` on `{group}`, or move the bonus to the first level of the sheet",
  },
  holdAtPoints: {
    zh: "请在 `{group}` 写 `cap: points`，或删去它的 `cap`",
    en: "write `cap: points` on `{group}`, or delete its `cap`",
  },
  instancesInSheets: {
    zh: "逐个填报的事实写在指标表里；方案的条件只问企业本身，请删去 `each:`",
    en: "facts of instances belong into a sheet; a scheme asks about the enterprise itself: delete `each:`",
  },
  quote: { zh: '若是文字请加引号：`"{got}"`', en: 'if it is text, put it in quotes: `"{got}"`' },
} satisfies Record<string, Text | Record<string, Text>>;

/** Of components of a blend what is said otherwise of indicators. */
export const ofBlend = {
  message: {
    zh: "`{indicators}` 可能不适用，没有说明其余部分的权重怎么算",
    en: "`{indicators}` may not apply, and nothing says what becomes of the other weights",
  },
  hint: {
    zh: "请在方案里写 `renormalise: true`（权重除以适用部分的权重之和），或 `renormalise: none`（不折算）",
    en: "write `renormalise: true` in the scheme (weights divided by the sum of those that apply), or `renormalise: none`",
  },
};

/** What stands at a related place. */
export const places = {
  firstHere: { zh: "第一次写在这里", en: "first written here" },
  otherTier: { zh: "与这一档重叠", en: "overlaps with this tier" },
  otherRow: { zh: "与这一行重叠", en: "overlaps with this row" },
  tierBelow: { zh: "前一档到这里为止", en: "the tier below ends here" },
} satisfies Record<string, Text>;

/** A table that is too large in another way than having too many combinations. */
export const tables = {
  facts: {
    zh: "这张表用到 {count} 个事实，最多 {limit} 个",
    en: "the table asks for {count} facts, more than {limit}",
  },
} satisfies Record<string, Text>;

/** A hole between tiers that is more than one number. */
export const gaps = {
  between: {
    zh: "`{what}` 在 {from} 与 {to} 之间没有哪一档可用",
    en: "no tier holds `{what}` between {from} and {to}",
  },
  wholeNumbers: { zh: "`{what}` 从 {from} 到 {to} 没有哪一档可用", en: "no tier holds `{what}` from {from} to {to}" },
  fromUp: { zh: "`{what}` 为 {from} 及以上时没有哪一档可用", en: "no tier holds `{what}` at {from} or more" },
  above: { zh: "`{what}` 大于 {from} 时没有哪一档可用", en: "no tier holds `{what}` above {from}" },
  downFrom: { zh: "`{what}` 为 {to} 及以下时没有哪一档可用", en: "no tier holds `{what}` at {to} or less" },
  below: { zh: "`{what}` 小于 {to} 时没有哪一档可用", en: "no tier holds `{what}` below {to}" },
  everywhere: { zh: "没有哪一档可用于 `{what}`", en: "no tier holds any value of `{what}`" },
} satisfies Record<string, Text>;

function entry(severity: Severity, zh: string, en: string, hintZh?: string, hintEn?: string): CatalogueEntry {
  const hint = hintZh !== undefined && hintEn !== undefined ? { hint: { zh: hintZh, en: hintEn } } : {};
  return { severity, zh, en, ...hint };
}

const error = (zh: string, en: string, hintZh?: string, hintEn?: string) => entry("error", zh, en, hintZh, hintEn);
const warning = (zh: string, en: string, hintZh?: string, hintEn?: string) => entry("warning", zh, en, hintZh, hintEn);
const information = (zh: string, en: string, hintZh?: string, hintEn?: string) => entry("info", zh, en, hintZh, hintEn);

export const validateMessages: Readonly<Record<ValidateCode, CatalogueEntry>> = {
  // Keys and kinds of values
  "unknown-key": error("这里没有 `{key}` 这个键", "`{key}` is not a key here"),
  "missing-key": error("缺少 `{key}`", "`{key}` is missing", "请加上 `{key}:` 一行", "add a line `{key}:`"),
  "empty-value": error(
    "`{key}` 没有填写",
    "nothing is written behind `{key}`",
    "请填写，或删去这一行",
    "fill it in, or delete the line",
  ),
  "empty-entry": error(
    "列表中有一项是空的",
    "an entry of this list is empty",
    "请填写，或删去这一项",
    "fill it in, or delete the entry",
  ),
  "empty-text": error(
    "这里的文字是空的",
    "the text here is empty",
    "请填写文字，或删去这一行",
    "write something, or delete the line",
  ),
  "empty-list": error(
    "列表里一项也没有",
    "the list has no entries",
    "请至少写一项，或删去这个键",
    "write at least one entry, or delete the key",
  ),
  "empty-mapping": error(
    "这里一项也没有写",
    "there is nothing in this mapping",
    "请至少写一项，例如 `A: 2`",
    "write at least one entry, such as `A: 2`",
  ),
  "document-empty": error(
    "文件里没有内容",
    "the document has no content",
    "请从 `kind: sheet` 写起",
    "begin with a line such as `kind: sheet`",
  ),
  "not-a-mapping": error(
    "这里应当写成“键: 值”的形式",
    "this place takes keys with values",
    "请在下面缩进两格逐行写 `键: 值`",
    "write one `key: value` a line, indented by two spaces",
  ),
  "not-a-list": error(
    "这里应当是一个列表",
    "this place takes a list",
    "请写成 `[a, b]`，或逐行以 `- ` 开头",
    "write `[a, b]`, or one line with `- ` for each entry",
  ),
  "not-text": error(
    "这里应当是一段文字",
    "this place takes one text",
    "请写成一句话，不用列表，也不分键和值",
    "write one text, without a list or keys",
  ),
  "not-yes-or-no": error(
    "这里只能写 `true` 或 `false`",
    "only `true` or `false` can stand here",
    "是请写 `true`，否请写 `false`，不加引号",
    "write `true` or `false`, without quotes",
  ),
  "only-true": error(
    "这里只能写 `true`",
    "only `true` can stand here",
    "不需要时请删去这一行",
    "delete the line where it does not hold",
  ),
  "not-one-of": error(
    "这里不能写 `{got}`",
    "`{got}` is not one of the words for this place",
    "可以写：`{allowed}`",
    "write one of: `{allowed}`",
  ),
  "is-a-rubric": error(
    "这里要读填报表，这份却是指标表或评价方案（`kind: {got}`）",
    "this is a rubric (`kind: {got}`), and a fact sheet is wanted",
    "填报表以 `kind: facts` 开头；指标表和评价方案的位置用 `--rubrics` 指定",
    "name a fact sheet, which begins with `kind: facts`; say where rubrics are with `--rubrics`",
  ),
  "is-a-fact-sheet": error(
    "这里要读指标表或评价方案，这份却是填报表",
    "this is a fact sheet, and a rubric is wanted",
    "指标表以 `kind: sheet` 开头，评价方案以 `kind: scheme` 开头；填报表用 `chengxin score` 计分",
    "name a rubric, which says `kind: sheet` or `kind: scheme`; fact sheets are scored with `chengxin score`",
  ),
  "several-kinds": error("`{got}` 不能写在同一处", "`{got}` cannot stand together", "请只留一个", "keep one of them"),
  "no-kind": error(
    "这里要写 `{allowed}` 中的一个，却一个也没有",
    "one of `{allowed}` has to stand here, and none does",
    "请写上其中一个键",
    "write one of these keys",
  ),
  "band-gap": error(
    "得分为 {witness} 时不属于任何等级",
    "a score of {witness} lies in no band",
    "请把相邻的等级延伸到这里，或加一个 `{gap}` 的等级；`at_least`、`at_most` 含本数，`above`、`below` 不含",
    "let a band reach it, or add one with `{gap}`; `at_least` and `at_most` include the number, `above` and `below` do not",
  ),
  "band-overlap": error(
    "得分为 {witness} 时属于两个等级：`{first}` 与 `{second}`",
    "a score of {witness} lies in two bands: `{first}` and `{second}`",
    "请把其中一端改为 `below` 或 `above`（不含本数）",
    "end one of them with `below` or `above`, which do not include the number",
  ),
  "band-unreachable": warning(
    "没有得分会落到等级 `{band}`",
    "no score falls into the band `{band}`",
    "请删去这个等级，或核对满分 `points` 和舍入 `round`",
    "delete the band, or check the `points` and the `round` of the scheme",
  ),
  "bands-not-in-order": error(
    "等级 `{band}` 比排在它前面的 `{other}` 高",
    "the band `{band}` is better than `{other}`, which stands before it",
    "请从最好的等级写起，依次往下",
    "write the best band first, then downwards",
  ),
  "band-unknown": error(
    "方案里没有等级 `{band}`",
    "the scheme has no band `{band}`",
    "请先在 `bands` 中写出等级",
    "write it under `bands` first",
  ),
  "bands-unstated": error(
    "方案没有写等级，`bands_down` 无从降起",
    "the scheme has no bands that `bands_down` could lower",
    "请写上 `bands`；只影响得分的，写 `{ at_most: … }` 或 `{ points: … }`",
    "write `bands`; to change the score instead, say `{ at_most: … }` or `{ points: … }`",
  ),
  "bands-down-too-far": error(
    "只有 {count} 个等级，降不了 {steps} 级",
    "there are {count} bands, and none of them is {steps} below another",
    "请写 1 到 {most}；要直接定为最低的，写 `{ band: 编号 }`",
    "write 1 to {most}; to set the lowest whatever the score, say `{ band: … }`",
  ),
  "effect-off-scale": error(
    "得分在 {least} 到 {most} 之间，这里却改成 {points}",
    "the score lies between {least} and {most}, and this makes it {points}",
    "请改成其中的数；得分本可以更低或更高的，写明方案的 `floor` 或 `cap`",
    "write a number between them, or state the `floor` or `cap` of the scheme",
  ),

  // Numbers
  "not-a-number": error(
    "`{got}` 不是数",
    "`{got}` is not a number",
    "请写十进制数，例如 `80` 或 `0.30`",
    "write a plain decimal number, such as `80` or `0.30`",
  ),
  "not-a-number-or": error(
    "这里不能写 `{got}`",
    "`{got}` cannot stand here",
    "请写一个数，或者写：`{allowed}`",
    "write a number, or one of: `{allowed}`",
  ),
  "number-too-long": error(
    "这个数超过 40 个字符",
    "the number has more than 40 characters",
    "请缩短到 40 个字符以内",
    "write it with at most 40 characters",
  ),
  "number-full-width": error("数 `{got}` 里有全角字符", "the number `{got}` has full-width characters in it"),
  "number-percent": error("`{got}` 写成了百分数", "`{got}` is written with a percent sign"),
  "number-fraction": error("`{got}` 写成了分数", "`{got}` is written as a fraction"),
  "number-separator": error("数 `{got}` 里有分隔符", "the number `{got}` has separators in it"),
  "number-exponent": error("`{got}` 是科学计数法", "`{got}` is in scientific notation"),
  "number-radix": error("`{got}` 不是十进制写法", "`{got}` is not in decimal notation"),
  "number-not-finite": error("`{got}` 不是有限的数", "`{got}` is not a finite number"),
  "number-plus-sign": error("数 `{got}` 前面不写加号", "the number `{got}` has a plus sign"),
  "number-leading-zero": error("数 `{got}` 不能以 0 开头", "the number `{got}` begins with a needless zero"),
  "number-bare-point": error("数 `{got}` 的小数点前后都要有数字", "the number `{got}` lacks a digit beside its point"),
  "number-space": error("数 `{got}` 前后有空格", "the number `{got}` has spaces around it"),
  "number-unit": error("数 `{got}` 带了单位", "the number `{got}` has a unit behind it"),
  "number-precision": error(
    "数 `{got}` 不能精确表示",
    "the number `{got}` is not exact",
    '请传字符串，例如 `"0.30"`',
    'pass it as a string, such as `"0.30"`',
  ),
  "not-positive": error("`{got}` 应当大于 0", "`{got}` is not above 0", "请写大于 0 的数", "write a number above 0"),
  "not-whole": error(
    "`{got}` 应当是不小于 0 的整数",
    "`{got}` is not a whole number from 0",
    "请写 `0`、`1`、`2` 这样的整数",
    "write a whole number, such as `0`, `1` or `2`",
  ),
  "count-too-large": error(
    "`{got}` 超过了上限 {limit}",
    "`{got}` is above the limit of {limit}",
    "请写不超过 `{limit}` 的整数",
    "write a whole number of at most `{limit}`",
  ),

  // Dates, ids, texts
  "not-a-date": error(
    "`{got}` 不是日期",
    "`{got}` is not a date",
    "请写成 `2023-11-10` 的样子",
    "write it like `2023-11-10`",
  ),
  "not-a-digest": error(
    "`{got}` 不是记录的摘要",
    "`{got}` is no digest of a record",
    "请照抄记录里的 `digests.record`：`sha256:` 后面 64 个十六进制字符，字母小写",
    "copy `digests.record` of the record: `sha256:` and 64 hexadecimal digits, in lower case",
  ),
  "impossible-date": error(
    "没有 `{got}` 这一天",
    "there is no such day as `{got}`",
    "请核对年、月、日",
    "check year, month and day",
  ),
  "id-character": error(
    "编号 `{got}` 里不能有字符“{character}”（{codePoint}）",
    "the id `{got}` has the character {codePoint} in it",
    "编号只用文字、数字和半角的 `.` `-` `_`",
    "use letters, digits, `.`, `-` and `_` only",
  ),
  "id-too-long": error(
    "编号 `{got}` 超过 {limit} 个字符",
    "the id `{got}` has more than {limit} characters",
    "请缩短到 {limit} 个字符以内",
    "shorten it to at most {limit} characters",
  ),
  "id-not-composed": error(
    "编号 `{got}` 里的字母与附加符号是分开的（不是 NFC）",
    "the id `{got}` is not in composed form (NFC)",
    "请重新输入这个编号，不要从别处粘贴",
    "type the id anew instead of pasting it",
  ),
  "scheme-reference": error(
    "`{got}` 里有不止一个 `@`",
    "`{got}` has more than one `@` in it",
    "请写 `编号` 或 `编号@版本`",
    "write `id` or `id@version`",
  ),
  "text-broken": error(
    "这段文字里有残缺的字符",
    "the text has half a character in it",
    "请重新输入这段文字",
    "type the text anew",
  ),
  "duplicate-id": error(
    "编号 `{id}` 已经用过了",
    "the id `{id}` is already in use",
    "请给其中一个换一个编号",
    "give one of the two another id",
  ),
  "duplicate-entry": error(
    "`{id}` 在列表里出现了两次",
    "`{id}` stands in this list twice",
    "请删去其中一个",
    "delete one of the two",
  ),

  // Header
  "document-undeclared": error(
    "`documents` 里没有 `{source}`",
    "`{source}` is not among the `documents`",
    "请在 `documents` 中写上 `{source}` 及其名称",
    "declare `{source}` under `documents`, with its title",
  ),
  "effective-reversed": error(
    "`from: {from}` 晚于 `until: {until}`",
    "`from: {from}` is later than `until: {until}`",
    "请把较早的日期写在 `from`",
    "write the earlier day behind `from`",
  ),

  // Intervals
  "bound-twice": error(
    "同一端写了 `{first}` 又写 `{second}`",
    "`{first}` and `{second}` both speak of the same end",
    "请只留一个",
    "keep one of them",
  ),
  "interval-empty": error(
    "没有数能落在 {low} 与 {high} 之间",
    "no number lies between {low} and {high}",
    "请核对上下限",
    "check the two ends",
  ),
  "interval-without-bound": error(
    "这个范围没有写上下限",
    "the range has no end",
    "请写 `at_least`、`above`、`at_most`、`below` 中的一个或两个",
    "write one or two of `at_least`, `above`, `at_most`, `below`",
  ),

  // Facts
  "fact-declared-twice": error(
    "事实 `{fact}` 已经声明过了",
    "the fact `{fact}` is already declared",
    "请只声明一次，另一处写 `fact: {fact}`",
    "declare it once, and write `fact: {fact}` at the other place",
  ),
  "personal-of-derived": error(
    "`{fact}` 由别的事实算出，不能写 `personal`",
    "`{fact}` is worked out from other facts, so it cannot be `personal`",
    "把 `personal: true` 写在它所依据的事实上，它随之隐去",
    "say `personal: true` where the facts are declared that it follows from: it goes with them",
  ),
  "record-of-derived": error(
    "`{fact}` 是算出来的，不会带记录的摘要",
    "`{fact}` is worked out, and comes from no record",
    "请把 `record` 写在它所依据的事实上",
    "write `record` at the facts that it derives from",
  ),
  "fact-of-wrong-type": error(
    "事实 `{fact}` 的类型是 `{got}`，这里不能用",
    "the fact `{fact}` is of type `{got}`, which cannot be used here",
    "这里要用的类型：`{allowed}`",
    "types that can: `{allowed}`",
  ),
  "field-reserved": error(
    "`{field}` 每条记录都有，不必声明",
    "every entry has `{field}` without a declaration",
    "请删去，或换一个名称（`{reserved}` 已被占用）",
    "delete it, or choose another name (`{reserved}` are taken)",
  ),
  "field-undeclared": error(
    "事实 `{fact}` 的记录没有 `{field}` 这一项",
    "entries of `{fact}` have no field `{field}`",
    "请在 `fields` 中声明；已有：`{allowed}`",
    "declare it under `fields`; there are: `{allowed}`",
  ),
  "field-never-missing": error(
    "`{field}` 每条记录都有，不会缺少",
    "`{field}` is never missing from an entry",
    "若可以缺少，请在声明里加 `optional: true`",
    "add `optional: true` to its declaration if it can be",
  ),
  "field-of-wrong-type": error(
    "`{field}` 的类型是 `{got}`，这里不能用",
    "the field `{field}` is of type `{got}`, which cannot be used here",
    "这里要用的类型：`{allowed}`",
    "types that can: `{allowed}`",
  ),
  "term-unstated": error(
    "有的记录可以不填 `{field}`，没有说明这样的记录算到什么时候",
    "an entry may lack `{field}`, and nothing says how long it counts then",
    "请加 `otherwise`：一段期间，例如 `{ last: { years: 1 }, first_day: out }`，或 `always`",
    "add `otherwise`: a period, such as `{ last: { years: 1 }, first_day: out }`, or `always`",
  ),
  "derivation-cycle": error(
    "事实 `{fact}` 要由它自己算出：`{cycle}`",
    "the fact `{fact}` derives from itself: `{cycle}`",
    "请核对 `derive`，让其中一个改由别的事实算出",
    "derive one of them from another fact",
  ),
  "derivation-too-deep": error(
    "事实 `{fact}` 由超过 {limit} 层的事实得出",
    "the fact `{fact}` derives through more than {limit} others",
    "请减少中间的事实",
    "do with fewer facts in between",
  ),
  "derivation-is-whole": error(
    "`{way}` 得出的是整数，`{fact}` 却声明为小数",
    "`{way}` gives whole numbers, but `{fact}` is declared a decimal",
    "请写 `type: integer`",
    "write `type: integer`",
  ),
  "derivation-is-not-whole": error(
    "`{way}` 得出的可能不是整数，`{fact}` 却声明为整数",
    "`{way}` can give more than whole numbers, but `{fact}` is declared an integer",
    "请写 `type: decimal`",
    "write `type: decimal`",
  ),
  "difference-of-two": error(
    "`difference` 要写两个事实，这里有 {got} 个",
    "`difference` takes two facts, and there are {got}",
    "请写 `[被减数, 减数]`",
    "write `[a, b]` for a minus b",
  ),
  "derivation-leaves-instance": error(
    "`{fact}` 由 `{operand}` 算出，而 `{operand}` 是 `{list}` 里每一个各有的",
    "`{fact}` follows from `{operand}`, which each of `{list}` has for itself",
    "若 `{fact}` 也是每一个各有的，请在它的声明里加上 `each: {list}`",
    "if each of them has its own `{fact}`, say `each: {list}` in its declaration too",
  ),
  "if-zero-unstated": error(
    "`{denominator}` 可能是 0，没有说明这时 `{fact}` 是多少",
    "`{denominator}` can be 0, and nothing says what `{fact}` is then",
    "请加 `if_zero: 0` 或 `if_zero: missing`，或给分母写上大于 0 的 `range`",
    "add `if_zero: 0` or `if_zero: missing`, or give the denominator a `range` above 0",
  ),

  // Conditions
  "condition-too-early": error(
    "这里不能用 `{key}`，它要到最后才得出",
    "`{key}` cannot be used here, since it is known only at the end",
    "`{key}` 只能用在 `outcomes` 的 `when` 里",
    "use `{key}` in the `when` of `outcomes` only",
  ),
  "breakdown-too-early": error(
    "这里不能用 `{key}`：指标的得分要等整张表评完才有",
    "`{key}` cannot be used here: indicators have no points before the whole sheet is scored",
    "请改问事实；`{key}` 用在 `effects` 里，和方案的 `eligibility`、`preferences`、`outcomes` 里",
    "ask for a fact instead; `{key}` belongs into `effects`, and into `eligibility`, `preferences` and `outcomes` of a scheme",
  ),
  "indicator-not-below": error(
    "`{node}` 下面没有指标 `{indicator}`，`effects` 只能问下面的指标",
    "there is no indicator `{indicator}` below `{node}`, and `effects` ask only what stands below them",
    "请改成其中一个：`{allowed}`；或把 `effects` 移到包含 `{indicator}` 的上级",
    "name one of: `{allowed}`; or move the `effects` to a group that holds `{indicator}`",
  ),
  "indicator-without-children": error(
    "`{indicator}` 没有下级指标，`{key}` 问的却是下级指标的得分",
    "`{indicator}` has no indicators below it, which `{key}` asks for",
    "请写 `indicator: {indicator}` 问它自己的得分，或换成有下级的指标",
    "ask for its own points with `indicator: {indicator}`, or name a group",
  ),
  "no-test": error(
    "这个条件没有说要满足什么",
    "the condition does not say what must hold",
    "请写上其中一个：`{allowed}`",
    "write one of: `{allowed}`",
  ),
  "missing-not-alone": error(
    "`missing` 不能和别的要求写在一起",
    "`missing` cannot stand beside other tests",
    "请分成两个条件，用 `any` 连起来",
    "make it two conditions, joined by `any`",
  ),
  "n-too-large": error(
    "只有 {limit} 个条件，不会有 {n} 个满足",
    "{n} of {limit} conditions can never hold",
    "请写不超过 `{limit}` 的数",
    "write a number of at most `{limit}`",
  ),
  "test-of-wrong-type": error(
    "`{fact}` 的类型是 `{got}`，不能用 `{test}` 判断",
    "`{test}` cannot be asked of `{fact}`, which is of type `{got}`",
    "可以用：`{allowed}`",
    "tests for this type: `{allowed}`",
  ),
  "option-unknown": error(
    "`{fact}` 没有 `{option}` 这个选项",
    "`{option}` is not an option of `{fact}`",
    "选项有：`{allowed}`",
    "its options are: `{allowed}`",
  ),

  // Rules
  "option-without-points": error(
    "`{fact}` 的选项 `{options}` 没有分值",
    "nothing says what `{options}` of `{fact}` is worth",
    "请给每个选项写上分值，不得分写 `0`",
    "give every option its points, `0` where it earns none",
  ),
  "pick-unstated": error(
    "`{fact}` 可以有几个选项，没有说明取哪个分值",
    "`{fact}` can hold several options, and nothing says what they are worth together",
    "请加 `pick: best`（取最高）或 `pick: sum`（相加）",
    "add `pick: best` or `pick: sum`",
  ),
  "pick-needless": error(
    "`{fact}` 只有一个选项，用不着 `pick`",
    "`{fact}` holds one option, so there is nothing to `pick`",
    "请删去 `pick`",
    "delete `pick`",
  ),
  "tier-gap": error(
    "`{what}` 为 {witness} 时没有哪一档可用",
    "no tier holds `{what}` at {witness}",
    "请把相邻一档延伸到这里，或加一档 `{gap}`；`at_least`、`at_most` 含本数，`above`、`below` 不含",
    "let a tier reach it, or add one with `{gap}`; `at_least` and `at_most` include the number, `above` and `below` do not",
  ),
  "tier-overlap": error(
    "`{what}` 为 {witness} 时落在两档里：`{first}` 与 `{second}`",
    "two tiers hold `{what}` at {witness}: `{first}` and `{second}`",
    "请把其中一端改为 `below` 或 `above`（不含本数）",
    "end one of them with `below` or `above`, which do not include the number",
  ),
  "tier-unreachable": warning(
    "`{what}` 不会落到 `{tier}` 这一档",
    "`{what}` never falls into the tier `{tier}`",
    "请删去这一档，或核对事实的 `range`",
    "delete the tier, or check the `range` of the fact",
  ),
  "steps-without-from": error(
    "这一档没有下端，没有说明从哪里数起",
    "the tier has no low end, and nothing says where its steps are counted from",
    "请在 `steps` 中加 `from`，例如这一档的上端",
    "add `from` to `steps`, such as the upper end of the tier",
  ),
  "steps-from-outside": error(
    "`from` 是 {from}，不在 `{tier}` 这一档里",
    "`from` is {from}, outside of its tier `{tier}`",
    "请写这一档里的数，或它的一端",
    "write a number of the tier, or one of its ends",
  ),
  "too-few-knots": error(
    "一个点连不成线",
    "one knot makes no line",
    "请至少写两个 `at` 和 `points`",
    "write at least two entries with `at` and `points`",
  ),
  "knots-not-rising": error(
    "`at` 应当从小到大，{at} 却在 {before} 之后",
    "`at` goes from small to large, but {at} follows {before}",
    "请按 `at` 从小到大排列，不要重复",
    "sort the knots by `at`, each number once",
  ),
  "step-off-grid": error(
    "从 {low} 起每次 {step}，到不了 {high}",
    "steps of {step} from {low} never reach {high}",
    "请让范围是 `step` 的整数倍",
    "make the range a multiple of `step`",
  ),
  "imported-without-record": error(
    "`{fact}` 的得分取自别处，没有说要不要附原记录的摘要",
    "`{fact}` comes from another assessment, and nothing is said about its record",
    "请在事实上写 `record: required`；没有记录可附的写 `record: optional`",
    "write `record: required` at the fact, or `record: optional` where there may be none",
  ),
  "panel-trimmed-and-weighted": error(
    "`trim` 和 `weights` 不能同时写",
    "`trim` and `weights` cannot stand together",
    "去掉最高最低分，和各类评审人分别平均，请只用一种",
    "leave out the ends, or take a mean for each class: write one of the two",
  ),
  "panel-needs-more": error(
    "只要求 {needed} 个评分，而按这条规则至少要 {least} 个",
    "{needed} judgements are asked for, and the rule needs at least {least}",
    "去掉最高最低分后要有剩下的，每一类评审人都要有评分：请写 {least} 或更多，或不写 `assessors`",
    "something must be left between the ends, and of each class: write {least} or more, or leave `assessors` out",
  ),
  "event-kind-unknown": error(
    "`{fact}` 没有 `{kind}` 这一类",
    "`{kind}` is not a kind of `{fact}`",
    "声明的类别有：`{allowed}`",
    "its kinds are: `{allowed}`",
  ),
  "share-out-of-range": error(
    "份额是 {got}，应在 0 到 1 之间",
    "a share is {got}, which is not between 0 and 1",
    "一半写 `0.5`，全部写 `1`",
    "write `0.5` for a half, `1` for all of it",
  ),
  "nothing-to-restore": error(
    "没有扣分的行，没有可以恢复的",
    "no line takes points, so there is nothing to restore",
    "请删去 `restore`，或把扣分写成负数",
    "delete `restore`, or write deductions as negative numbers",
  ),
  "too-few-rules": error(
    "只有一种计分方法，没有可选的",
    "there is only one rule, and nothing to choose from",
    "请再加一种，或直接写这一种",
    "add another rule, or write this one by itself",
  ),
  "cell-of-wrong-type": error(
    "`{fact}` 的类型是 `{type}`，表中这一格不能这样写",
    "`{fact}` is of type `{type}`, and its cell cannot be written like this",
    "请写成 `{expected}`",
    "write it as `{expected}`",
  ),
  "table-gap": error(
    "`{witness}` 时表中没有哪一行可用",
    "no row of the table holds `{witness}`",
    "请加一行，或放宽相邻的一行；某一行不写的事实取什么值都可以",
    "add a row for it, or widen one; a fact that a row does not name may be anything",
  ),
  "table-overlap": error(
    "`{witness}` 时落在表中两行里：第 {first} 行与第 {second} 行",
    "rows {first} and {second} of the table both hold `{witness}`",
    "请改其中一行，使每种情况只落在一行里",
    "change one of them, so that every case is in one row only",
  ),
  "table-row-unreachable": warning(
    "表中第 {row} 行不会用到：`{fact}` 取不到这样的值",
    "row {row} of the table is never used: `{fact}` has no such value",
    "请删去这一行，或核对事实的 `range`",
    "delete the row, or check the `range` of the fact",
  ),
  "table-too-large": error(
    "这张表有 {count} 种组合，最多 {limit} 种",
    "the table has {count} combinations, more than {limit}",
    "请把它拆成几项指标",
    "make several indicators of it",
  ),

  // Points and limits
  "points-do-not-add-up": error(
    "下一级合计 {addition} 分，这里写的是 {stated} 分",
    "the indicators below add up to {addition}, not to {stated}",
    "相差 {difference} 分，请核对",
    "the difference is {difference}",
  ),
  "points-out-of-reach": warning(
    "满分 {points} 分，最多只能得 {best} 分",
    "at most {best} of the {points} points can be reached",
    "请核对分值和计分规则",
    "check the points and the rule",
  ),
  "shape-differs": error(
    "各级指标数是 {counted}，`shape` 写的是 {stated}",
    "the levels have {counted} indicators, but `shape` says {stated}",
    "请核对有没有漏写、多写指标",
    "look for an indicator too many or too few",
  ),
  "floor-unstated": error(
    "可能低到 {value} 分（`{witness}`），没有说明低于 0 怎么办",
    "the value can fall to {value} (`{witness}`), and nothing says what happens below 0",
    "请加 `floor: 0`（扣完为止）或 `floor: none`（不设下限）",
    "add `floor: 0` or `floor: none`",
  ),
  "cap-unstated": error(
    "可能高到 {value} 分（`{witness}`），超过 {points} 分没有说明怎么办",
    "the value can rise to {value} (`{witness}`), and nothing says what happens above {points}",
    "请加 `cap: points`（封顶）或 `cap: none`（不封顶）",
    "add `cap: points` or `cap: none`",
  ),
  "floor-above-cap": error(
    "下限 {floor} 高于上限 {cap}",
    "the floor {floor} is above the cap {cap}",
    "请核对 `floor` 和 `cap`",
    "check `floor` and `cap`",
  ),
  "round-off-grid": error(
    "{got} 分不能按 {step} 分一档舍入，舍入后会超出范围",
    "{got} points do not lie on the steps of {step} that `round` leaves, so rounding would lead beyond them",
    "请改分值、`floor` 或 `cap`，使它们都是 {step} 的倍数；或增加 `places`",
    "make the points, `floor` and `cap` multiples of {step}, or write more `places`",
  ),
  "renormalise-unstated": error(
    "指标 `{indicators}` 可能不适用，没有说明分数如何折算",
    "`{indicators}` may not apply, and nothing says whether the rest is scaled up",
    "请在上级指标或整张表写 `renormalise: true`（按适用分值折算），或在表头写 `renormalise: none`（不折算）",
    "write `renormalise: true` on a group above or on the sheet, or `renormalise: none` on the sheet",
  ),
  "renormalise-needless": error(
    "`combine: {combine}` 只看适用的指标，本来就不用折算",
    "`combine: {combine}` looks only at what applies, so there is nothing to scale up",
    "请删去 `renormalise`",
    "delete `renormalise`",
  ),
  "weight-unstated": error(
    "要算加权平均，指标 `{indicators}` 却没有写权重",
    "the mean is weighted, and `{indicators}` has no weight",
    "请给下级的每个指标写 `weight`，例如 `weight: 0.3`；不分轻重的写 `combine: mean`",
    "give every indicator in it a `weight`, such as `weight: 0.3`, or write `combine: mean` where all count alike",
  ),
  "weight-needless": error(
    "`{indicators}` 写了权重，上级却不是加权平均（`combine: {combine}`），权重用不上",
    "nothing uses the weight of `{indicators}`: what they belong to is no weighted mean (`combine: {combine}`)",
    "请删去 `weight`，或在上级写 `combine: weighted_mean`",
    "delete the `weight`, or write `combine: weighted_mean` where it belongs to",
  ),
  "instances-undeclared": error(
    "没有声明过 `{list}` 这个清单",
    "no list `{list}` is declared",
    "请在指标表开头声明，例如 `instances: { {list}: { title: 在建项目 } }`",
    "declare it at the top of the sheet: `instances: { {list}: { title: building projects } }`",
  ),
  "each-nested": error(
    "逐个计分的指标里面不能再有逐个计分的：外层已按 `{around}` 逐个计分",
    "a group that is scored for each of `{around}` cannot hold another one that is scored for each of `{list}`",
    "请删去里层或外层的 `each:`",
    "delete the inner `each:` or the outer one",
  ),
  "each-not-combined": error(
    "按 `{list}` 逐个计分，没有写明怎样合成一个分",
    "it is scored for each of `{list}`, and nothing says how the results become one",
    "请写 `combine:`，可以写：`{allowed}`",
    "write `combine:` with one of: `{allowed}`",
  ),
  "weight-by-unstated": error(
    "加权平均没有写明按什么加权",
    "nothing says what the weighted mean is weighted by",
    "请写 `weight_by:`，后面是 `{list}` 里每一个各有的一个数，例如面积或合同额",
    "write `weight_by:` and a number that each of `{list}` has, such as its area or price",
  ),
  "weight-by-unused": warning(
    "这里不按权数合成，`weight_by: {fact}` 不起作用",
    "nothing is weighted here, so `weight_by: {fact}` does nothing",
    "请删去，或写 `each:` 和 `combine: weighted_mean`",
    "delete it, or write `each:` and `combine: weighted_mean`",
  ),
  "weight-by-unfit": error(
    "权数 `{fact}` 应当是 `{list}` 里每一个各有的数",
    "the weight `{fact}` has to be a number that each of `{list}` has for itself",
    "请改用声明里写有 `each: {list}` 的 `integer` 或 `decimal`",
    "name an `integer` or `decimal` whose declaration says `each: {list}`",
  ),
  "weight-may-be-zero": error(
    "权数 `{fact}` 可能是 0 或负数，那样就没有加权平均",
    "the weight `{fact}` can be 0 or less, and then there is no weighted mean",
    "请在它的声明里写 `range: { above: 0 }`",
    "write `range: { above: 0 }` in its declaration",
  ),
  "coefficient-values-unstated": error(
    "`{fact}` 不是数，没有说明各选项的系数是多少",
    "`{fact}` is no number, and nothing says what its values multiply by",
    "请加 `values`，给 `{options}` 各写一个数",
    "add `values`, with a number for each of `{options}`",
  ),
  "coefficient-values-needless": error(
    "`{fact}` 本身就是数，直接作系数，不用 `values`",
    "`{fact}` is a number, which is the coefficient itself, so `values` has nothing to say",
    "请删去 `values`；要按数值分档取系数的，请另设选项",
    "delete `values`; where the coefficient goes by ranges of the number, ask for a choice instead",
  ),
  "option-without-coefficient": error(
    "`{fact}` 为 `{options}` 时系数是多少，没有说明",
    "nothing says what `{options}` of `{fact}` multiplies by",
    "请给它写上系数，不变的写 `1`",
    "give it a number, `1` where nothing changes",
  ),
  "policy-unused": warning(
    "这个指标总是适用，`if_not_applicable` 不起作用",
    "the indicator always applies, so `if_not_applicable` does nothing",
    "请删去，或加上 `applies_when` 或 `may_be_not_applicable: true`",
    "delete it, or add `applies_when` or `may_be_not_applicable: true`",
  ),

  // Bonus and deduction
  "counts-as-key": error(
    "`counts_as: {kind}` 的指标不写 `{key}`",
    "`{key}` does not go with `counts_as: {kind}`",
    "请删去这一行",
    "delete the line",
  ),
  "absorbed-by-unstated": error(
    "加分没有说明封顶在哪里：本组的分值、整张表的满分，还是都不封顶",
    "the bonus does not say what holds it back: the points of its group, those of the sheet, or nothing",
    "请加 `absorbed_by: section`（本组不超过分值）、`absorbed_by: sheet`（总分不超过满分）或 `absorbed_by: none`（可以超过满分）",
    "add `absorbed_by: section` (the group stays within its points), `absorbed_by: sheet` (the sheet does) or `absorbed_by: none` (the sheet may exceed them)",
  ),
  "absorbed-by-cap": error(
    "写的是 `absorbed_by: {absorbed}`，`{group}` 的上限却是 {cap}，两处不一致",
    "it says `absorbed_by: {absorbed}`, and the cap of `{group}` is {cap}: the two do not agree",
    "请核对 `{group}` 的 `cap`",
    "check the `cap` of `{group}`",
  ),
  "deduction-floor-unstated": error(
    "扣分没有说明最多扣到多少",
    "the deduction does not say how far down it goes",
    "请加 `floor: -10` 这样的下限（最多扣 10 分），或 `floor: none`（不设下限）",
    "add a floor such as `floor: -10`, or `floor: none` where there is no limit",
  ),
  "deduction-rises": error(
    "扣分的指标可能高到 {value} 分（`{witness}`），成了加分",
    "the deduction can rise to {value} (`{witness}`), which would be a bonus",
    "请把扣的分写成负数；另有加分的，单列一项 `counts_as: bonus`",
    "write what is taken away as negative points; what is added belongs in an indicator of its own, with `counts_as: bonus`",
  ),
  "deduction-takes-nothing": warning(
    "这一项扣分永远扣不到分",
    "this deduction never takes anything away",
    "请把扣的分写成负数，例如 `points: -3`",
    "write what is taken away as negative points, such as `points: -3`",
  ),
  "inside-deduction": error(
    "上级是扣分，这一项却不是",
    "the group is a deduction, and this indicator is none",
    "请加 `counts_as: deduction` 和 `floor`，或把这一项移到别处",
    "add `counts_as: deduction` and a `floor`, or move it elsewhere",
  ),
  "no-ordinary-indicator": error(
    "这一组里只有加分或扣分，没有计入分值的指标",
    "nothing here counts towards the points: there are only bonuses or deductions",
    "请至少写一项不带 `counts_as` 的指标；整组都是加分的，写在组上：`counts_as: bonus`，都是扣分的写 `counts_as: deduction`",
    "let at least one indicator go without `counts_as`; where all of a group are bonuses or deductions, say so on the group",
  ),

  // Scheme
  "weights-do-not-add-up": error(
    "权重合计 {addition}，应当是 1",
    "the weights add up to {addition}, not to 1",
    "相差 {difference}，请核对",
    "the difference is {difference}",
  ),
  "outcomes-not-closed": error(
    "最后一个结果带有条件，可能一个结果也不成立",
    "the last outcome has a condition, so perhaps none holds",
    "请在最后加一个写有 `otherwise: true` 的结果",
    "end with an outcome that says `otherwise: true`",
  ),
  "otherwise-not-last": error(
    "`otherwise` 之后的结果永远轮不到",
    "outcomes after `otherwise` are never reached",
    "请把它移到最后",
    "move it to the end",
  ),
  "outcome-reserved": error(
    "`{id}` 由系统使用，不能作结果的编号",
    "`{id}` is the word for an open decision and cannot be an outcome",
    "请换一个编号",
    "choose another id",
  ),
  "eligibility-unasked": warning(
    "写了申报条件，却没有一个结论看申报条件，不符合的企业也会通过",
    "there are conditions of eligibility, and no outcome asks for them: whoever fails them passes all the same",
    "请在前面加一个结论：`{ id: ineligible, when: { eligibility: ineligible } }`",
    "put an outcome in front: `{ id: ineligible, when: { eligibility: ineligible } }`",
  ),
  "goal-unknown": error("没有 `{goal}` 这个结果", "`{goal}` is not one of the outcomes"),
  "score-out-of-reach": error(
    "总分在 {least} 到 {most} 之间，不会满足 `{asked}`",
    "no score from {least} to {most} meets `{asked}`",
    "请核对分数线",
    "check the threshold",
  ),
  "scale-not-rising": error(
    "一把尺要从低写到高，这里是从 {low} 到 {high}",
    "a scale rises, and this one goes from {low} to {high}",
    "较小的数写在 `at_least`，较大的写在 `at_most`",
    "write the smaller number behind `at_least`, the greater behind `at_most`",
  ),

  // Fact sheets
  // A form that is not complete yet is full of them.
  "fact-empty": information(
    "事实 `{key}` 没有填写，按未知处理",
    "nothing is written behind `{key}`, so it is unknown",
    "请填写，或删去这一行",
    "fill it in, or delete the line",
  ),
  "fact-not-wrapped": error(
    "事实 `{fact}` 下面要有 `value` 或 `missing`",
    "there is neither `value` nor `missing` under `{fact}`",
    "请写 `value: …`，或写 `missing: true`",
    "write `value: …`, or `missing: true`",
  ),
  "too-many-instances": error(
    "`{list}` 有 {count} 个，超过上限 {limit}",
    "`{list}` has {count} entries, more than the limit of {limit}",
    "请只列出评价涉及的",
    "list only those that the evaluation is about",
  ),
  "value-and-missing": error(
    "事实 `{fact}` 既有值又说缺失",
    "`{fact}` has a value and is said to be missing",
    "请只留 `value` 或 `missing`",
    "keep either `value` or `missing`",
  ),

  // JavaScript values
  "value-not-plain": error(
    "这里的值（{got}）不是普通数据",
    "the value here ({got}) is not plain data",
    "请传字符串、布尔值、列表或普通对象",
    "pass strings, booleans, arrays and plain objects",
  ),
  "value-unreadable": error(
    "读取这里的值时出错",
    "the value here cannot be read",
    "请传普通数据，不要带会出错的读取方法",
    "pass plain data without accessors that fail",
  ),
  "value-cyclic": error("这里的值包含它自己", "the value here contains itself", "请断开循环引用", "break the cycle"),
  "value-too-deep": error(
    "嵌套超过 {limit} 层",
    "the value is nested more than {limit} levels deep",
    "请减少嵌套",
    "flatten it",
  ),
  "value-too-wide": error("这里超过 {limit} 项", "there are more than {limit} entries here", "请分成几份", "split it"),
  "value-too-large": error(
    "数据超过上限 {limit}",
    "the value is larger than the limit of {limit}",
    "请分成几份",
    "split it",
  ),
};
