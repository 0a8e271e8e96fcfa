export { accountabilityPages } from './pages.ts';
