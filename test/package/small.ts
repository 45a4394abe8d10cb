/** The smallest evaluation with a blend: 0.7 × 90.35 + 0.3 × 77 = 86.345. */
export const sheets = {
  "small-base.yaml": `kind: sheet
id: small-base
version: "1.0"
category: base
title: Small base sheet
points: 100
facts:
  years: { type: integer, title: Years in business, range: { at_least: 0 } }
  filed: { type: boolean, title: Annual report filed }
indicators:
  - id: A
    title: Years in business
    points: 60
    scoring:
      rule: tiers
      fact: years
      tiers:
        - { at_least: 10, points: 60 }
        - { below: 10, points: 50.35 }
  - id: B
    title: Annual report filed
    points: 40
    scoring: { rule: flag, fact: filed }
`,
  "small-sector.yaml": `kind: sheet
id: small-sector
version: "1.0"
category: sector
title: Small sector sheet
points: 100
facts:
  fulfilment: { type: decimal, title: Contracts fulfilled, unit: "%", range: { at_least: 0, at_most: 100 } }
indicators:
  - id: C
    title: Contracts fulfilled
    points: 100
    scoring:
      rule: tiers
      fact: fulfilment
      tiers:
        - { at_least: 98, points: 100 }
        - { below: 98, points: 77 }
`,
} as const;

export const scheme = `kind: scheme
id: small
version: "1.0"
title: Small evaluation
points: 100
blend:
  - { id: base, sheet: small-base, weight: 0.7 }
  - { id: sector, sheet: small-sector, weight: 0.3 }
display: { places: 2, mode: half-up }
roles: [self]
goal: passed
outcomes:
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: not-passed, otherwise: true }
`;

export const facts = `kind: facts
scheme: small
subject: { id: "1", name: Example }
as_of: 2023-11-10
role: self
facts:
  years: 5
  filed: true
  fulfilment: 97.99
`;

export const exact = "86.345";
