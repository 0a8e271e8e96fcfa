import { dualRules } from './dual-rules.ts';
import { markRules } from './mark-rules.ts';
import { registerRules } from './register-rules.ts';
import { rollRules } from './roll-rules.ts';
import { upnRules } from './upn-rules.ts';
import type { QualityRule, RuleId } from './rule.ts';

/** Every rule, in the order in which whoever mends should look: what hides most first. One table for SQL, pages, command, docs and tests. */
export const qualityRules: readonly QualityRule[] = [
  ...registerRules,
  ...markRules,
  ...dualRules,
  ...upnRules,
  ...rollRules,
];

const byId = new Map<string, QualityRule>(qualityRules.map((rule) => [rule.id, rule]));

export function findRule(id: string): QualityRule | undefined {
  return byId.get(id);
}

export function getRule(id: RuleId): QualityRule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`quality/no-rule: ${id}`);
  return rule;
}
