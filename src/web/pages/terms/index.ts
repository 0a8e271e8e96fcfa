export { termsPages } from './terms-routes.tsx';
