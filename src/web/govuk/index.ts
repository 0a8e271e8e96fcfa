export * from './components.ts';
export * from './safe-html.ts';
