export { qualityPages } from './routes.tsx';
