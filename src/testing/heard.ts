import { hearStatements } from '#store';

/** What `work` returns, and the statements that the stores of this process were given meanwhile, in their order. */
export async function heard<T>(
  work: () => Promise<T>,
): Promise<{ readonly made: T; readonly said: readonly string[] }> {
  const said: string[] = [];
  const end = hearStatements(({ store, text }) => void said.push(`${store}: ${text}`));
  try {
    return { made: await work(), said };
  } finally {
    end();
  }
}
