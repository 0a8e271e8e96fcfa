/** A published figure and how far Northmoor may be from it, both in percentage points. */
export type Anchor = { readonly published: number; readonly within: number };

export type AnchorRow = {
  /** `overall`, `persistent`, `severe`, or an attendance code as a share of possible sessions. */
  readonly measure: string;
  readonly primary: Anchor;
  readonly secondary: Anchor;
  readonly special: Anchor;
};

const near = (published: number, within: number): Anchor => ({ published, within });

/**
 * What Northmoor is held to, in each of its years, at a quarter of its size (where the special school has some eighty
 * children: hence the wider tolerances). Overall and persistent absence and codes: England, 2025/26 year to date, published
 * 23 July 2026 (DfE, “Pupil attendance in schools”). Severe absence: England, 2024/25 (DfE, “Pupil absence in schools in
 * England”, through the Local Authority Interactive Tool).
 */
// prettier-ignore
export const ANCHORS: readonly AnchorRow[] = [
  { measure: 'overall', primary: near(5.28, 0.5), secondary: near(8.49, 0.5), special: near(13.17, 2.5) },
  { measure: 'persistent', primary: near(13.8, 3), secondary: near(23.8, 3.5), special: near(36.1, 8) },
  { measure: 'severe', primary: near(0.93, 0.4), secondary: near(3.88, 0.8), special: near(6.91, 4) },
  { measure: 'I', primary: near(2.79, 0.4), secondary: near(3.63, 0.4), special: near(5.02, 1.5) },
  { measure: 'M', primary: near(0.27, 0.05), secondary: near(0.38, 0.05), special: near(1.02, 0.25) },
  { measure: 'C', primary: near(0.37, 0.08), secondary: near(0.43, 0.08), special: near(1.68, 0.6) },
  { measure: 'C2', primary: near(0.17, 0.12), secondary: near(0.32, 0.15), special: near(1.59, 1.3) },
  { measure: 'E', primary: near(0.04, 0.03), secondary: near(0.29, 0.1), special: near(0.17, 0.17) },
  { measure: 'G', primary: near(0.54, 0.1), secondary: near(0.31, 0.08), special: near(0.41, 0.2) },
  { measure: 'U', primary: near(0.17, 0.05), secondary: near(0.3, 0.08), special: near(0.32, 0.2) },
  { measure: 'O', primary: near(0.79, 0.25), secondary: near(2.61, 0.4), special: near(2.8, 1.3) },
  { measure: 'N', primary: near(0.05, 0.02), secondary: near(0.05, 0.02), special: near(0.07, 0.05) },
  { measure: 'B', primary: near(0.19, 0.08), secondary: near(0.3, 0.12), special: near(0.89, 0.5) },
  { measure: 'K', primary: near(0.02, 0.06), secondary: near(0.08, 0.14), special: near(0.1, 0.25) },
];
