import { InvalidArgumentError, Option } from 'commander';

export function schoolOption(): Option {
  return new Option('--school <urn>', 'only entries that stand with this school').argParser((text): number => {
    if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError('Enter a URN, like 123456.');
    return Number(text);
  });
}

export function yearGroupOption(): Option {
  return new Option('--year-group <number>', 'only children of this year group, 0 is Reception').argParser(
    (text): number => {
      if (!/^(-[12]|\d|1[0-4])$/.test(text))
        throw new InvalidArgumentError('Enter a year group from -2 to 14, like 7.');
      return Number(text);
    },
  );
}
