/** Every story to read with one's own eyes, examples and random cases: `npm run tell` writes them below `.cache/stories`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { compileScheme, explain, renderJson, renderText, score } from "../src/index.js";
import { loadFactSheet, loadRubrics } from "../src/node.js";
import { assess } from "./helpers/engine.js";
import { indicatorsOf } from "../src/explain/explain.js";
import { randomPair } from "./helpers/random/pair.js";
import type { Assessment } from "../src/model/assessment.js";
import type { Language } from "../src/model/language.js";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "80" },
    cases: { type: "string", default: "20" },
  },
});

const FOLDER = join(".cache", "stories");
const LANGUAGES: readonly Language[] = ["zh", "en"];

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const [name, assessment] of [...(await examples()), ...randomCases(Number(values.seed), Number(values.cases))])
  LANGUAGES.forEach((lang) => tell(name, assessment, lang));

async function examples(): Promise<readonly (readonly [string, Assessment])[]> {
  const rubrics = await loadRubrics("rubrics");
  const folder = join("rubrics", "examples");
  const files = readdirSync(folder).filter((file) => file.endsWith(".facts.yaml"));
  return await Promise.all(
    files.map(async (file) => {
      const factSheet = await loadFactSheet(join(folder, file));
      return [basename(file, ".facts.yaml"), score(compileScheme(rubrics, factSheet.scheme.id), factSheet)] as const;
    }),
  );
}

function randomCases(seed: number, cases: number): readonly (readonly [string, Assessment])[] {
  return Array.from({ length: cases }, (_, i) => [`random-${seed}-${i}`, assess(randomPair(seed, i))]);
}

/** The whole story, then every indicator as who asks for it alone is told. */
function tell(name: string, assessment: Assessment, lang: Language): void {
  const story = explain(assessment, { lang });
  const file = join(FOLDER, `${name}.${lang}`);
  const single = indicatorsOf(assessment).map((indicator) => renderText(explain(assessment, { lang, indicator })));
  writeFileSync(`${file}.txt`, renderText(story));
  writeFileSync(`${file}.json`, renderJson(story));
  writeFileSync(`${file}.indicators.txt`, single.join("\n"));
  console.log(`${file}.txt  ${story.verdict.join(lang === "zh" ? "；" : "; ")}`);
}
