export { publicApi } from './routes.ts';
