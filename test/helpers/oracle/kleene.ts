/** Three-valued logic: true, false, and undefined for unknown. */

export type Truth = boolean | undefined;

export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

export function atLeast(n: number, truths: readonly Truth[]): Truth {
  const certain = truths.filter((one) => one === true).length;
  const open = truths.filter((one) => one === undefined).length;
  if (certain >= n) return true;
  return certain + open < n ? false : undefined;
}
