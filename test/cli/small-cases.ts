/** Golden cases of the small evaluation, around the fact sheet in `small.ts`. */

const DEFAULTS = `kind: cases
scheme: small
defaults:
  as_of: 2023-11-10
  role: self
  facts:
    registered: true
    region: city
    code: 91110105MA0000007L
    licensed: true
    staff: 12
    rate: 87.5
    founded: 2012-04-01
    grade: A
    awards: [city]
    fines: [{ date: 2023-01-31, kind: warning, amount: 0 }]
    I: true
  judgements: { H: { points: 7.5, by: 审核员甲, reason: 有制度 } }
cases:
`;

/** One case with this given over the defaults. */
export function casesOf(expected: string, given = "{}", name = "全部填报"): string {
  return manyCases({ name, given, expect: expected });
}

export function manyCases(
  ...cases: readonly { readonly name: string; readonly given?: string; readonly expect: string }[]
): string {
  const entries = cases.map(({ name, given = "{}", expect }) =>
    [`  - name: ${name}`, `    given: ${given}`, `    expect: ${expect}`].join("\n"),
  );
  return `${DEFAULTS}${entries.join("\n")}\n`;
}
