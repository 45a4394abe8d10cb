/** Pointer → place in the text. */
import type { Locate } from "../model/document.js";
import type { Lines } from "./lines.js";
import type { Span } from "./syntax.js";

export interface Place {
  readonly span: Span;
  readonly items?: readonly Place[];
  readonly entries?: ReadonlyMap<string, { readonly key: Span; readonly place: Place }>;
}

export function locateIn(root: Place, text: string, lines: Lines): Locate {
  return (path, part) => {
    if (path !== "" && !path.startsWith("/")) return undefined;
    let place: Place | undefined = root;
    let key: Span | undefined;
    for (const step of path.split("/").slice(1)) {
      const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
      const entry: { readonly key?: Span; readonly place?: Place | undefined } | undefined =
        place.entries?.get(name) ?? (place.items && { place: place.items[indexOf(name)] });
      key = entry?.key;
      place = entry?.place;
      if (!place) return undefined;
    }
    if (part === "key") return key && lines.rangeOf(key);
    return lines.rangeOf(visible(place.span, key, text));
  };
}

/** Nothing can be shown of an empty value: its key stands for it, or the dash in front. */
function visible([start, end]: Span, key: Span | undefined, text: string): Span {
  if (start !== end) return [start, endOfText(text, start, end)];
  if (key) return key;
  return text[start - 1] === "-" ? [start - 1, start] : [start, end];
}

/** A block scalar reaches to the next line; what an author sees of it ends before. */
function endOfText(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && /\s/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

function indexOf(name: string): number {
  return /^(?:0|[1-9]\d*)$/.test(name) ? Number(name) : -1;
}
