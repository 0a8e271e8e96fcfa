import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';

/** The way to other years of the same page; nothing where there is one year only. */
export function Years(props: {
  readonly years: readonly AcademicYear[];
  readonly year: AcademicYear;
  readonly href: (year: AcademicYear) => string;
}): JSX.Element | null {
  const { years, year, href } = props;
  if (years.length < 2 && years[0] === year) return null;
  return (
    <nav aria-label="School years">
      <p class="govuk-body">
        {'School year: '}
        {years.map((one, at) => (
          <>
            {at > 0 && ', '}
            {one === year ? (
              <strong>{one}</strong>
            ) : (
              <a class="govuk-link" href={href(one)}>
                {one}
              </a>
            )}
          </>
        ))}
      </p>
    </nav>
  );
}
