import { messageOf, Refusal } from '#kernel';

/** A full disk or a folder that may not be written, said so that a person can act on it. */
export function asPlaceRefusal(error: unknown, path: string): unknown {
  if (error instanceof Refusal) return error;
  const text = messageOf(error);
  if (/ENOSPC|No space left|disk full/i.test(text)) {
    return new Refusal(
      'store/disk-full',
      `There is no room left on the disk that holds ${path}. Make room and try again: nothing was changed.`,
      { cause: error },
    );
  }
  if (/EACCES|EROFS|EPERM|Permission denied/i.test(text)) {
    return new Refusal(
      'store/unwritable',
      `${path} may not be written. Choose another place, or ask who looks after it: nothing was changed.`,
      { cause: error },
    );
  }
  return error;
}
