import type { JSX } from 'hono/jsx/jsx-runtime';
import { ChartFigure } from '../../layout/index.ts';
import { accurateMap } from './accurate-map.tsx';
import { distribution } from './distribution.tsx';
import { funnel } from './funnel.tsx';
import { hexMap } from './hex-map.tsx';
import { intervalPlot } from './interval-plot.tsx';
import {
  inventedDistribution,
  inventedFunnel,
  inventedIntervals,
  inventedMap,
  inventedMission,
  inventedRegions,
  inventedTrendBand,
} from './invented-places.ts';
import { placeMultiples } from './place-multiples.tsx';
import { trendBand } from './trend-band.tsx';

/** The pictures of places, with invented figures. */
export function PlaceGallery(): JSX.Element {
  return (
    <>
      <div class="kith-maps">
        <ChartFigure
          chart={hexMap(inventedMap('hexes', 'E08000035', true))}
          heading="By authority, each the same size"
        />
        <ChartFigure chart={accurateMap(inventedMap('map', 'E08000035'))} heading="By authority, as they lie" />
      </div>
      <ChartFigure chart={hexMap(inventedMap('hexes-2', 'E06000058'))} heading="A long name, far from its label" />
      <ChartFigure
        chart={accurateMap(inventedMap('map-2', 'E09000001'))}
        heading="A small place in London without a figure"
      />
      <ChartFigure chart={accurateMap(inventedMap('map-3', 'E06000053'))} heading="A small place far away" />
      <ChartFigure chart={funnel(inventedFunnel('funnel'))} heading="More than chance?" />
      <ChartFigure chart={funnel(inventedFunnel('funnel-2', true))} heading="More than chance, limits widened" />
      <ChartFigure chart={trendBand(inventedTrendBand('trend-band'))} heading="Over the years" />
      <ChartFigure chart={trendBand(inventedMission('mission'))} heading="A goal" />
      <ChartFigure chart={distribution(inventedDistribution('distribution'))} heading="Every authority" />
      <ChartFigure chart={placeMultiples(inventedRegions('regions'))} heading="Every region" />
      <ChartFigure chart={intervalPlot(inventedIntervals('intervals'))} heading="Beside neighbours" />
    </>
  );
}
