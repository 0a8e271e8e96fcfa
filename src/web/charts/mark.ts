import { round } from './frame.tsx';

export type MarkShape = 'circle' | 'square' | 'triangle' | 'diamond';

/** A mark of about the same weight in each shape, as a path. */
export function markPath(shape: MarkShape, centreX: number, centreY: number, size: number): string {
  const [x, y, r] = [round(centreX), round(centreY), round(size)];
  const [small, tall] = [round(size * 0.88), round(size * 1.25)];
  if (shape === 'square') return `M${round(x - small)} ${round(y - small)}h${2 * small}v${2 * small}h${-2 * small}z`;
  if (shape === 'triangle') return `M${x} ${round(y - tall)}l${tall} ${round(2 * size)}h${-2 * tall}z`;
  if (shape === 'diamond') return `M${x} ${round(y - tall)}l${tall} ${tall}l${-tall} ${tall}l${-tall} ${-tall}z`;
  return `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
