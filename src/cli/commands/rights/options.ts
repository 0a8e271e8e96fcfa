import { InvalidArgumentError, Option } from 'commander';
import { findUpn, type Upn } from '#kernel';

export function upnArgument(text: string): Upn {
  const upn = findUpn(text.trim().toUpperCase());
  if (!upn)
    throw new InvalidArgumentError('Enter a UPN, like E801400120900: a letter, 11 digits, and a digit or letter.');
  return upn;
}

/** Who acts. Whoever works at the machine is the single user, until that row is ended. */
export function asOption(): Option {
  return new Option('--as <actor>', 'who acts: someone who answers requests, by their id');
}
