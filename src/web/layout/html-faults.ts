import { HtmlValidate } from 'html-validate';

/** For tests only (html-validate is not installed in production), so not in the front door. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // How markup is written is govuk-frontend's and JSX's business; everything that changes meaning is checked.
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    // The official date input says that its fieldset is a group, and the official link button that it is a button.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
  },
});

/** What is wrong with a page's HTML, one line a fault: the rule, the fault and where. */
export async function htmlFaults(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((fault) => `${fault.ruleId}: ${fault.message} at ${fault.selector ?? `line ${fault.line}`}`),
  );
}
