export { whyDifferentPages } from './why-routes.tsx';
