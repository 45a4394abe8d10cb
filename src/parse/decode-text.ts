/** Bytes → text: UTF-8 and nothing else, told apart from what a Chinese editor may have saved instead. */
import { diagnose } from "../messages/diagnose.js";
import type { Diagnostic } from "../model/diagnostic.js";

/** The one thing the core takes from its platform. Declared here, since it compiles without the types of any. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

export interface DecodedText {
  /** Without the byte order mark, so that offsets and columns count what an author sees. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function decodeText(bytes: Uint8Array): DecodedText {
  if (isUtf16(bytes)) return { diagnostics: [diagnose("encoding-utf-16", { path: "" })] };
  const text = decode(bytes, "utf-8");
  if (text !== undefined) return { text, diagnostics: [] };

  const line = firstBadLine(bytes);
  const chinese = decode(bytes, "gb18030");
  if (chinese === undefined || !/\p{Script=Han}/u.test(chinese)) {
    return { diagnostics: [diagnose("not-utf8", { path: "" }, { line })] };
  }
  const sample = chinese.split("\n")[line - 1]?.trim().slice(0, 40) ?? "";
  return { diagnostics: [diagnose("encoding-gbk", { path: "" }, { line, text: sample })] };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Wrong bytes; or, for another encoding than UTF-8, a platform that does not know it.
    return undefined;
  }
}

/** By its mark; without one, by the zero that every second byte of YAML's own signs has: no text has a NUL. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 256);
  const zeros = start.filter((byte) => byte === 0).length;
  return start.length >= 4 && zeros * 4 >= start.length;
}

function firstBadLine(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { fatal: false }).decode(bytes);
  const bad = text.indexOf("\uFFFD");
  return text.slice(0, Math.max(0, bad)).split("\n").length;
}
