export { accessPages } from './pages.ts';
