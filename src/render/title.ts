/** Titles in the reader's language, harmless on a terminal. */
import { harmless } from "../base/width.js";
import type { Language } from "../model/language.js";
import type { Title } from "../model/rubric.js";

export function titleIn(title: Title, lang: Language): string {
  return harmless(typeof title === "string" ? title : title[lang]);
}
