export { lostLearningPages } from './routes.tsx';
