/** Paths into documents: JSON pointers (RFC 6901). */

export function pointer(parent: string, key: string | number): string {
  if (typeof key === "number") return `${parent}/${key}`;
  return `${parent}/${/[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key}`;
}

/** The keys of a path, the outermost first. */
export function steps(path: string): readonly string[] {
  return path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
