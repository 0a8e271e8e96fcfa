import { writeFileSync } from 'node:fs';
import { openHouse } from '../import-law/open-house.ts';
import { drawRooms } from './draw-rooms.ts';
import { readRoomGraph } from './room-graph.ts';

writeFileSync('docs/architecture.svg', drawRooms(readRoomGraph(openHouse(process.cwd()))));
