export { enterCast, tieCast } from './demonstration-cast.ts';
export { settleSharing } from './demonstration-sharing.ts';
export { keepPublished, type Keeper } from './keep-published.ts';
export { publishArea } from './publish-area.ts';
export { aggregatesFolder } from './results-folder.ts';
export { serve } from './serve.ts';
