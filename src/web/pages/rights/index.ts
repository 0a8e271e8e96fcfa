export { rightsPages } from './routes.tsx';
