import { expect, it } from 'vitest';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import { easyPaceFactors, softEffortDb } from '../../../../core/model/targets.ts';

it('draws targets where the measures have them', () => {
  expect(defaultCallConfig.effort.bandDb).toEqual(softEffortDb);
  expect(defaultCallConfig.rate.paceBand).toEqual(easyPaceFactors);
});
