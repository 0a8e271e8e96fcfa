/** The languages that pages speak. One row a language; its words stand in the folder of its tag. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr', checked: true },
  // Western digits, because UPNs, codes, files and published tables have them: a figure must be found again there.
  ar: { name: 'العربية', locale: 'ar-u-ca-gregory-nu-latn', direction: 'rtl', checked: false },
} as const satisfies Readonly<Record<string, LanguageRow>>;

export type Language = keyof typeof LANGUAGES;

type LanguageRow = {
  /** The language's name in itself. */
  readonly name: string;
  /** For `Intl`: plurals, numbers, dates and lists. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether someone who speaks it from home and works in the field has read all of it. Pages say where nobody has. */
  readonly checked: boolean;
};

export const languages: readonly Language[] = ['en', 'ar'];

export function findLanguage(tag: string): Language | undefined {
  return languages.find((language) => language === tag);
}
