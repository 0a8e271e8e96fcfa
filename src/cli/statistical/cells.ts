/** What a cell of a column may hold, read once. */
export type Cell<T> = (text: string) => ReadCell<T>;
export type ReadCell<T> =
  { readonly kind: 'value'; readonly value: T } | { readonly kind: 'problem'; readonly problem: string };

/** The largest count: far above any place, and small enough that every method is quick. */
const MOST = 10_000_000_000;
const DECIMAL = /^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A name that is kept as it came, to be found again in the answer. */
export const name: Cell<string> = (text) =>
  text.trim() === '' ? problem('It is empty. Enter a name or code.') : value(text);

/** A word that rows are put together by; spaces around it do not count. */
export const word: Cell<string> = (text) =>
  text.trim() === '' ? problem('It is empty. Enter a word, like Year 9.') : value(text.trim());

/** A number of events or people. `12.0` is whole; `1e5` is refused, since a spreadsheet that wrote it may have rounded. */
export const whole: Cell<number> = (text) => {
  const trimmed = text.trim();
  if (/^\d+(\.0*)?$/.test(trimmed)) {
    return Number(trimmed) <= MOST ? value(Number(trimmed)) : problem('It is too large. Enter at most 10000000000.');
  }
  if (/[eE]/.test(trimmed) && DECIMAL.test(trimmed)) return problem('Write all its digits, like 100000.');
  return problem(`${reason(trimmed)}Enter a whole number, like 12.`);
};

/** A size that need not be whole: person-time, or events expected. */
export const size: Cell<number> = (text) => {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) return problem(`${reason(trimmed)}Enter a number, 0 or more, like 1250 or 12.5.`);
  const read = Number(trimmed);
  if (read > 1e15) return problem('It is too large. Enter at most 1000000000000000.');
  if (read < 1e-12 && /[1-9]/.test(trimmed.replace(/[eE].*/, ''))) return problem('It is too close to 0 to divide by.');
  return value(read);
};

/** A size that is divided by. */
export const sizeAboveZero: Cell<number> = (text) => {
  const read = size(text);
  return read.kind === 'value' && read.value === 0
    ? problem('Enter a number above 0: where nothing is expected there is nothing to compare with.')
    : read;
};

/** A probability. */
export const probability: Cell<number> = (text) => {
  const trimmed = text.trim();
  const read = DECIMAL.test(trimmed) ? Number(trimmed) : Number.NaN;
  return read <= 1 ? value(read) : problem('Enter a probability from 0 to 1, like 0.03.');
};

function reason(text: string): string {
  if (/^[-−]/.test(text)) return 'It is below 0. ';
  if (/^\d{1,3}([,  '’]\d{3})+(\.\d+)?$/.test(text)) return 'Leave out the thousands separator. ';
  return text === '' ? 'It is empty. ' : '';
}

function value<T>(read: T): ReadCell<T> {
  return { kind: 'value', value: read };
}

function problem(sentence: string): ReadCell<never> {
  return { kind: 'problem', problem: sentence };
}
