export { worklistPages } from './routes.tsx';
