import type { Problem } from './schemas.ts';

/** An answer that is no answer: what is wrong with the request, and what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(
    readonly status: 400 | 404,
    readonly detail: string,
  ) {
    super(detail);
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'This request cannot be answered',
  404: 'There is nothing at this address',
  500: 'Kith could not answer',
};

export function problemAnswer(status: 400 | 404 | 500, detail: string): Response {
  const problem: Problem = { type: 'about:blank', title: TITLES[status] ?? '', status, detail };
  return new Response(`${JSON.stringify(problem)}\n`, {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
