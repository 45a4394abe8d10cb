/** Suggested cases → YAML that can be pasted below `cases:`. The basis is the author's to write. */
import type { SuggestedCase } from "../model/cases.js";
import type { Language } from "../model/language.js";

export function suggestionsText(suggestions: readonly SuggestedCase[], failed: number, lang: Language): string {
  const warning = failed > 0 ? `# ${WORDS[lang].failed(failed)}\n` : "";
  if (suggestions.length === 0) return `${warning}# ${WORDS[lang].none}\n`;
  return warning + textOf(suggestions, lang);
}

function textOf(suggestions: readonly SuggestedCase[], lang: Language): string {
  const files = [...new Set(suggestions.map(({ file }) => file))];
  return files
    .map((file) => {
      const own = suggestions.filter((suggested) => suggested.file === file);
      return [`# ${WORDS[lang].paste(file)}`, ...own.flatMap(caseLines), ""].join("\n");
    })
    .join("\n");
}

function caseLines({ name, asOf, fact, value, indicator, points }: SuggestedCase): readonly string[] {
  const day = asOf === undefined ? "" : `as_of: ${asOf}, `;
  return [
    `  - name: ${name}`,
    "    basis: 待确认 / to be confirmed",
    `    given: { ${day}facts: { ${fact}: ${value} } }`,
    `    expect: { indicators: { ${indicator}: ${points} } }`,
  ];
}

const WORDS = {
  zh: {
    failed: (count: number) => `有 ${count} 个用例没有通过：先不写 --suggest 运行一次`,
    none: "每个分界值都有用例，或者只能由别的事实算出来",
    paste: (file: string) => `贴在 ${file} 的 cases: 下面；期望值是现在算出来的，请逐个核对并写明依据`,
  },
  en: {
    failed: (count: number) => `cases failed: ${count}; run once without --suggest to see them`,
    none: "every boundary has its cases, or is reached only through other facts",
    paste: (file: string) => `paste below cases: in ${file}; what is expected is what comes out today, so confirm each`,
  },
} as const;
