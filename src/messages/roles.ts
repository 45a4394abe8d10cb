/** Roles that schemes of this field share, under the names that their forms print (自评分、审定分、评定分). */
import type { Language } from "../model/language.js";

/** The role as people call it, with its id behind; a role of the author's own is its own name. */
export function roleText(role: string, lang: Language): string {
  const name = lang === "zh" && Object.hasOwn(NAMES, role) ? NAMES[role] : undefined;
  return name === undefined ? role : `${name}（${role}）`;
}

const NAMES: Readonly<Record<string, string>> = { self: "自评", audited: "审核", final: "评定" };

/** The name alone, where a column has no room for more. */
export function roleName(role: string, lang: Language): string {
  return lang === "zh" && Object.hasOwn(NAMES, role) ? NAMES[role]! : role;
}
