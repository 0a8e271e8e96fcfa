export * from './chart-figure.tsx';
export * from './content-security-policy.ts';
export * from './data-table.tsx';
export * from './figure.tsx';
export * from './messages.tsx';
export * from './page.tsx';
export * from './pages.tsx';
export type * from './props.ts';
export * from './rich-words.tsx';
