/** One fact to fill in: what it is, how it is written, and what may stand beside it. */
import { describeInterval } from "../base/interval.js";
import { optionTitle } from "../explain/facts.js";
import { askedText } from "../explain/figures.js";
import { type Telling, bracketed, say, titleOf } from "../explain/telling.js";
import type { FactDeclaration, FieldDeclaration, Option } from "../model/fact.js";
import type { FormField } from "../model/form.js";
import type { Interval } from "../model/numbers.js";

export function factField(fact: FactDeclaration, telling: Telling): FormField {
  const title = fact.title === undefined ? fact.id : titleOf(fact.title, telling);
  const asides = [
    ...typeText(fact, telling),
    ...(fact.evidence === "required" ? [say(telling, "须附佐证", "evidence required")] : []),
    ...(fact.record === "required"
      ? [say(telling, "须附原记录的摘要 sha256:…", "with the digest of the record it is from, sha256:…")]
      : []),
    ...(fact.personal ? [say(telling, "个人信息", "about a person")] : []),
    ...(fact.owner === undefined ? [] : [say(telling, `数据来自${fact.owner}`, `held by ${fact.owner}`)]),
  ];
  return {
    key: fact.id,
    notes: [`${title}${bracketed(asides.join(say(telling, "；", "; ")), telling)}`, ...moreOf(fact, telling)],
    shape: "value",
    beside: [
      ...(fact.evidence === undefined ? [] : (["evidence"] as const)),
      ...(fact.record === undefined ? [] : ([fact.record === "required" ? "record" : "record-if-any"] as const)),
    ],
  };
}

function typeText(fact: FactDeclaration, telling: Telling): readonly string[] {
  switch (fact.type) {
    case "boolean":
      return [say(telling, "是写 true，否写 false", "true or false")];
    case "integer":
      return [
        ...unitText(fact.unit, telling),
        say(telling, "整数", "a whole number"),
        ...rangeText(fact.range, telling),
      ];
    case "decimal":
      return [...unitText(fact.unit, telling), say(telling, "数字", "a number"), ...rangeText(fact.range, telling)];
    case "date":
      return [say(telling, "日期，写成 2016-09-20", "a date such as 2016-09-20")];
    case "choice":
      return [say(telling, "选一个，写冒号前的词", "one of these words")];
    case "choices":
      return [say(telling, "可选几个，写成 [a, b]；都没有写 []", "any of these words, as [a, b]; none: []")];
    case "text":
      return [say(telling, "文字", "text")];
    case "credit-code":
      return [say(telling, "统一社会信用代码，18 位", "unified social credit code, 18 characters")];
    case "events":
      return [say(telling, "逐条列出；一条也没有写 []", "one entry each; none: []")];
  }
}

function unitText(unit: string | undefined, telling: Telling): readonly string[] {
  return unit === undefined ? [] : [say(telling, `单位：${unit}`, `unit: ${unit}`)];
}

function rangeText(range: Interval, telling: Telling): readonly string[] {
  const words = describeInterval(range);
  return words.length === 0 ? [] : [askedText(Object.fromEntries(words), telling)];
}

/** Options, and the entries of a list, on lines of their own. */
function moreOf(fact: FactDeclaration, telling: Telling): readonly string[] {
  if (fact.type === "choice" || fact.type === "choices") return optionLines(fact.options, telling);
  if (fact.type !== "events") return [];
  const fields = fact.fields.map(({ name }) => `, ${name}: …`).join("");
  return [
    `- { date: 2023-01-31, kind: ${fact.kinds?.[0]?.id ?? "…"}${fields} }`,
    ...(fact.kinds === undefined ? [] : [`kind${say(telling, "：", ": ")}${inOneLine(fact.kinds, telling)}`]),
    ...fact.fields.map((field) => fieldLine(field, telling)),
  ];
}

function fieldLine(field: FieldDeclaration, telling: Telling): string {
  const title = field.title === undefined ? "" : titleOf(field.title, telling);
  const asides = [
    ...(field.options === undefined ? [] : [inOneLine(field.options, telling)]),
    ...(field.type === "boolean" ? ["true / false"] : []),
    ...(field.type === "date" ? ["2023-01-31"] : []),
    ...unitText(field.unit, telling),
    ...(field.optional ? [say(telling, "没有可以不写", "leave it out where there is none")] : []),
  ];
  const aside = asides.length === 0 ? "" : bracketed(asides.join(say(telling, "；", "; ")), telling);
  return `${field.name}${say(telling, "：", ": ")}${title}${aside}`;
}

function optionLines(options: readonly Option[], telling: Telling): readonly string[] {
  return options.map(({ id }) => {
    const title = optionTitle(id, options, telling);
    return title === id ? id : `${id}: ${title}`;
  });
}

function inOneLine(options: readonly Option[], telling: Telling): string {
  return options
    .map(({ id }) => {
      const title = optionTitle(id, options, telling);
      return title === id ? id : `${id} ${title}`;
    })
    .join(say(telling, "；", "; "));
}
