/** What parts two versions of rubrics, as text and as JSON: one line a change, subject by subject. */
import { jsonText } from "../base/json-text.js";
import { harmless } from "../base/width.js";
import type { Standing } from "../model/difference.js";
import type { Language } from "../model/language.js";
import type {
  Impact,
  RubricChange,
  RubricDifference,
  RubricVersion,
  SheetImpact,
  VerdictFlip,
} from "../model/rubric-difference.js";
import { CHANGE_WORDS, type ChangeWords, placeText } from "./change-words.js";
import { signed } from "./signed.js";
import { titleIn } from "./title.js";

export function renderRubricDifferenceJson(difference: RubricDifference): string {
  return jsonText(difference);
}

export function renderRubricDifference(difference: RubricDifference, lang: Language): string {
  const words = CHANGE_WORDS[lang];
  const { before, after, changes, flips, impact } = difference;
  const lines = [
    ...before.map((version) => `${words.old}${versionText(version, lang, words)}`),
    ...after.map((version) => `${words.now}${versionText(version, lang, words)}`),
    "",
    changes.length === 0 ? words.same : words.changes(changes.length),
    ...changesText(changes, before.length > 1 || after.length > 1, lang, words),
    ...(impact ? ["", ...impactText(impact, flips, lang, words)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function versionText(
  { kind, id, version, title, effective }: RubricVersion,
  lang: Language,
  words: ChangeWords,
): string {
  const { from, until } = effective;
  const days = words.days(from, until);
  return `${words.rubric[kind]} ${harmless(id)} ${harmless(version)}  ${titleIn(title, lang)}  ${days}`.trimEnd();
}

/** Under the name of what they are about; where several rubrics are compared, under the name of the rubric too. */
function changesText(
  changes: readonly RubricChange[],
  areSeveral: boolean,
  lang: Language,
  words: ChangeWords,
): readonly string[] {
  let heading = "";
  return changes.flatMap((change) => {
    const { about, rubric } = change;
    const of = areSeveral && about !== "rubric" ? `${harmless(rubric)}${words.colon}` : "";
    const next = `  ${of}${words.about[about]}`;
    const line = `    ${changeText(change, lang, words)}`;
    if (next === heading) return [line];
    heading = next;
    return [next, line];
  });
}

function changeText(change: RubricChange, lang: Language, words: ChangeWords): string {
  const { subject, title } = change;
  const name = title === null ? harmless(subject) : `${harmless(subject)} ${titleIn(title, lang)}`;
  return `${name}${words.colon}${whatText(change, words)}`;
}

function whatText({ kind, at, before, after }: RubricChange, words: ChangeWords): string {
  const place = at.length === 0 ? "" : placeText(at, words);
  const [old, now] = [valueText(before, words), valueText(after, words)];
  switch (kind) {
    case "added":
      return `${words.added(place)}${now === "" ? "" : `${words.colon}${now}`}`;
    case "removed":
      return `${words.removed(place)}${old === "" ? "" : `${words.colon}${old}`}`;
    case "moved":
      return words.moved(place, old, now);
    case "id":
      return `${words.id} ${old} → ${now}`;
    default:
      return `${place} ${old} → ${now}`;
  }
}

function valueText(value: string | null, words: ChangeWords): string {
  return value === null ? words.none : clip(harmless(value));
}

/** A whole rule is for JSON. No character is cut in two. */
function clip(text: string): string {
  return text.replace(/^(.{120}).+$/su, "$1…");
}

function impactText(
  impact: Impact,
  flips: readonly VerdictFlip[],
  lang: Language,
  words: ChangeWords,
): readonly string[] {
  const { up, down, unscored } = impact;
  return [
    words.sheets(impact),
    ...flips.flatMap((flip) => flipText(flip, words)),
    ...(up ? [words.up(harmless(up.file), signed(up.points))] : []),
    ...(down ? [words.down(harmless(down.file), signed(down.points))] : []),
    ...unscored.flatMap(({ file, with: side, findings }) => [
      `  ${harmless(file)}${words.colon}${words.unscored[side]}`,
      ...findings.map(({ code, message }) => `    ${code}  ${harmless(message[lang])}`),
    ]),
  ];
}

function flipText(flip: VerdictFlip, words: ChangeWords): readonly string[] {
  const { file, by, from, to } = flip;
  const what = words.flip[by](harmless(from), harmless(to));
  return [
    `  ${harmless(file)}${words.colon}${what}`,
    `    ${standingText(flip.before, words)} → ${standingText(flip.after, words)}${pointsText(flip)}`,
    ...flip.findings.map(({ code, path }) => `    ${words.unfit}${code} ${harmless(path)}`),
  ];
}

function standingText({ score, band, eligibility }: Standing, words: ChangeWords): string {
  const points = score.display ?? (score.status === "open" ? words.open : words.nothingScored);
  return [points, ...(band === null ? [] : [harmless(band)]), words.eligibility[eligibility]].join(words.comma);
}

function pointsText({ points }: SheetImpact): string {
  return points === null ? "" : `  (${signed(points)})`;
}
