/** In full: what no text can show (encodings), and what is refused because there is too much of it. */
import { parseExamples } from "../../src/messages/examples/parse.js";
import { scoreExamples } from "../../src/messages/examples/score.js";
import type { Example, Parts } from "../../src/messages/examples/example.js";
import { type Files, filesOf } from "../../src/messages/examples/frames.js";
import type { WholeExample } from "./whole-examples.js";

type Content = string | Uint8Array;

/** The files of one side, with the sheet saved in another way. */
function savedAs(parts: Parts, save: (text: string) => Content): Files<Content> {
  const { rubrics, facts } = filesOf(undefined, parts);
  return { rubrics: [save(rubrics[0]!), ...rubrics.slice(1)], facts };
}

function saved({ bad, good }: Example, why: string, save: (text: string) => Content): WholeExample {
  return { why, bad: savedAs(bad, save), good };
}

/** Only the characters that two bytes of GBK hold: more than an example has. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder("gbk");
  const bytes = new Map<string, readonly number[]>();
  for (let high = 0x81; high < 0xff; high += 1) {
    for (let low = 0x40; low < 0xff; low += 1) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from([...text].flatMap((letter) => bytes.get(letter) ?? [letter.charCodeAt(0)]));
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
}

/** The replacement character stands for a byte that is no text. */
function damaged(text: string): Uint8Array {
  const [before, behind] = text.split("\uFFFD").map((part) => new TextEncoder().encode(part));
  return Uint8Array.from([...before!, 0xff, ...behind!]);
}

const {
  "not-utf8": notUtf8,
  "encoding-gbk": inGbk,
  "encoding-utf-16": inUtf16,
  "cr-newline": crNewline,
  "too-large": tooLarge,
  "too-deep": tooDeep,
  "too-many-entries": tooManyEntries,
  "too-many-tokens": tooManyTokens,
  "yaml-syntax": yamlSyntax,
} = parseExamples;

export const wholeTexts = {
  "not-utf8": saved(notUtf8, "a byte that is no text", damaged),
  "encoding-gbk": saved(inGbk, "bytes in GBK", gbk),
  "encoding-utf-16": saved(inUtf16, "bytes in UTF-16", utf16),
  "cr-newline": saved(crNewline, "the signs at the ends of lines cannot be seen", (text) =>
    text.replaceAll("\n", "\r"),
  ),
  "too-large": saved(tooLarge, "more than 2 MiB", (text) => text.replace("……", "全面履行".repeat(200_000))),
  "too-deep": {
    why: "70 levels",
    bad: {
      scheme: tooDeep.bad
        .scheme!.replace("{ not: { not: …{", `${"{ not: ".repeat(70)}{`)
        .replace("}… }", "}".repeat(71)),
    },
    good: tooDeep.good,
  },
  "too-many-entries": {
    why: "10001 entries",
    bad: {
      factSheet: tooManyEntries.bad.factSheet!.replace(
        "合同-00001, 合同-00002, …",
        Array.from({ length: 10_001 }, (_, i) => `合同-${i}`).join(", "),
      ),
    },
    good: tooManyEntries.good,
  },
  "too-many-tokens": {
    why: "more than 300 000 lines",
    bad: { sheet: tooManyTokens.bad.sheet!.replace("# …", "#\n".repeat(300_001)) },
    good: tooManyTokens.good,
  },
  "yaml-syntax": {
    why: "a key of more than a thousand characters",
    bad: { leaf: yamlSyntax.bad.leaf!.replace("……", "全面履行".repeat(300)) },
    good: yamlSyntax.good,
  },
  "too-many-indicators": {
    why: "twenty thousand indicators",
    bad: { sheet: "points: 2000", indicators: thousandIndicators(), scheme: twentyQuarters() },
    good: {
      sheet: "points: 2000",
      indicators: thousandIndicators(),
      scheme: "blend:\n  - { id: year, sheet: s, weight: 1 }",
    },
  },
  "each-too-large": {
    why: "250 working days",
    bad: workingDays(250),
    good: workingDays(50),
  },
  "too-many-instances": {
    why: "1001 projects",
    bad: { factSheet: projects(1001) },
    good: { factSheet: projects(1000) },
  },
  "derived-too-long": {
    why: "forty quotients of numbers of forty digits",
    bad: fortyRates(),
    good: scoreExamples["derived-too-long"].good,
  },
  "findings-left-out": {
    why: "150 facts",
    bad: { factSheet: `facts:\n${Array.from({ length: 150 }, (_, i) => `  contract_${i}: true`).join("\n")}` },
    good: { factSheet: "facts:\n  ok: true" },
  },
} satisfies Readonly<Record<string, WholeExample>>;

function thousandIndicators(): string {
  const lines = Array.from(
    { length: 1000 },
    (_, i) => `- { id: A${i}, title: 合同履约, points: 2, scoring: { rule: flag, fact: ok } }`,
  );
  return lines.join("\n");
}

function twentyQuarters(): string {
  const lines = Array.from({ length: 20 }, (_, i) => `  - { id: q${i}, sheet: s, weight: 0.05 }`);
  return `blend:\n${lines.join("\n")}`;
}

function workingDays(n: number): Parts {
  const lines = Array.from(
    { length: n },
    (_, i) => `    - { id: B${i}, title: 工作日, points: ${2 / n}, scoring: { rule: flag, fact: safe } }`,
  );
  return {
    indicators: `- id: B
  title: 项目管理
  points: 2
  each: projects
  combine: mean
  indicators:
${lines.join("\n")}`,
  };
}

function projects(n: number): string {
  const lines = Array.from({ length: n }, (_, i) => `    - { id: p${i}, facts: { safe: true } }`);
  return `instances:\n  projects:\n${lines.join("\n")}`;
}

/** A quotient needs as many digits as its two numbers, and the mean of quotients as many as all of them. */
function fortyRates(): Parts {
  const { bad } = scoreExamples["derived-too-long"];
  const each = (line: (i: number) => string) => Array.from({ length: 40 }, (_, i) => line(i));
  const digits = (i: number) => `${"1234567".repeat(5)}${10_000 + 7 * i}`;
  const facts = each(
    (i) => `kept_${i}: { type: decimal }
due_${i}: { type: decimal, range: { above: 0 } }
rate_${i}: { type: decimal, derive: { ratio: { numerator: kept_${i}, denominator: due_${i} } } }`,
  );
  const mean = each((i) => `rate_${i}`).join(", ");
  return {
    facts: `${facts.join("\n")}\n${bad.facts!.split("\n").at(-1)!.replace("rate_1, rate_2, …", mean)}`,
    factSheet: `facts:\n${each((i) => `  kept_${i}: 1\n  due_${i}: ${digits(i)}`).join("\n")}`,
  };
}
