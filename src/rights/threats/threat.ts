/** What a threat is to: the six of STRIDE, and the seven of LINDDUN for what happens to people. */
export const THREAT_KINDS = {
  spoofing: 'being taken for somebody else',
  tampering: 'changing what stands there',
  repudiation: 'denying what was done',
  disclosure: 'reading what is not theirs',
  denial: 'keeping others from their work',
  elevation: 'doing more than one may',
  linking: 'putting together what was apart',
  identifying: 'finding a person in figures',
  detecting: 'learning from an answer that somebody is there',
  unawareness: 'people not knowing what happens with their data',
  'non-compliance': 'what law or agreement asks is not done',
} as const;
export type ThreatKind = keyof typeof THREAT_KINDS;

/** A sentence that says what answers a threat, and the file of this repository where it stands. */
export type Measure = readonly [words: string, file: string];

/** A test by its file and the name under which the runner tells of it. */
export type NamedTest = readonly [file: string, name: string];

/**
 * One threat. Where nothing here tests what answers it, `untested` says why. `remains` is what is left, and `operator`
 * what whoever runs Kith, or answers for the data, has to do about it.
 */
export type Threat = {
  readonly id: string;
  readonly kinds: readonly ThreatKind[];
  readonly threat: string;
  readonly measures: readonly Measure[];
  readonly remains: string;
} & (
  | { readonly tests: readonly NamedTest[]; readonly operator?: string }
  | { readonly untested: string; readonly operator: string }
);
