export { paperPages } from './paper-routes.tsx';
