export { placePages } from './pages.tsx';
