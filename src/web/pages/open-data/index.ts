export { openDataPages } from './pages.tsx';
