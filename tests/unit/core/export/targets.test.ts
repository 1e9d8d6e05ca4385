import { expect, it } from 'vitest';
import { easyPaceFactors, softEffortDb } from '../../../../core/model/targets.ts';
import { defaultCallConfig } from '../../../../core/pipeline/config.ts';

it('draws targets where the measures have them', () => {
  expect(defaultCallConfig.effort.bandDb).toEqual(softEffortDb);
  expect(defaultCallConfig.rate.paceBand).toEqual(easyPaceFactors);
});
