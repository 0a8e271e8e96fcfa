/** Whose rate is explained, in the words and with the address of its page. */
export type WhyPlace = {
  readonly scope: string;
  readonly name: string;
  readonly back: { readonly text: string; readonly href: string };
};
