export { keepPublished, type Keeper } from './keep-published.ts';
export { aggregatesFolder, publishArea } from './publish-area.ts';
export { serve } from './serve.ts';
