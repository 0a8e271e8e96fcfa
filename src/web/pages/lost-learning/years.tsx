import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { rich, t } from '#language';

/** The way to other years of the same page; nothing where there is one year only. */
export function Years(props: {
  readonly years: readonly AcademicYear[];
  readonly year: AcademicYear;
  readonly href: (year: AcademicYear) => string;
}): JSX.Element | null {
  const { years, year, href } = props;
  if (years.length < 2 && years[0] === year) return null;
  return (
    <nav aria-label={t('figures.years')}>
      <p class="govuk-body">
        {rich('figures.years.school-year', {
          years: (
            <>
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
            </>
          ),
        })}
      </p>
    </nav>
  );
}
