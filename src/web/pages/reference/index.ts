export { referencePages } from './pages.tsx';
